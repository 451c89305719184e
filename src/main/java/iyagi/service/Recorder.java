package iyagi.service;

import iyagi.library.Edition;
import iyagi.library.ReadWords.Recorded;
import iyagi.library.RecordedShelf;
import iyagi.library.Recordings;
import iyagi.library.StoryPackage;
import iyagi.narration.Findings;
import iyagi.narration.Mono;
import iyagi.narration.Unusable;
import iyagi.score.Narrated;
import iyagi.story.Story;
import iyagi.words.Hindrance;
import iyagi.words.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes recordings of pages, and away. A story that came with the robot is copied to the shelf of
 * added ones first. Any thread.
 */
public final class Recorder {
  /** A stereo recording of the longest page, with room for three bytes a sample. */
  public static final long MOST_BYTES = 64_000_000;

  private final Desk desk;
  private final RecordedShelf shelf;

  /** For that desk's stories. */
  public Recorder(Desk desk) {
    this.desk = desk;
    shelf = new RecordedShelf(desk.places().added());
  }

  /** "title.wav", or "page-3.wav". */
  public static String name(int page) {
    return page == 0 ? "title.wav" : "page-" + page + ".wav";
  }

  /**
   * Takes a recording of a page, unless it cannot be used.
   *
   * @param page 0 is the title
   * @return what is to be said of it; without a refusal it is on the shelf
   * @throws NoSuchFileException if the story has gone
   * @throws IOException if it cannot be read or kept
   */
  public Findings take(InputStream sent, Edition edition, Story story, int page)
      throws IOException {
    List<String> lines = Narrated.lines(story).getOrDefault(page, List.of());
    if (lines.isEmpty()) {
      return refused(Sentence.of("nothing is said on page {0}; it needs no recording", page));
    }
    try (Scratch scratch = Scratch.on(desk, "recording")) {
      Path raw = scratch.folder().resolve("sent.wav");
      Files.copy(sent, raw, StandardCopyOption.REPLACE_EXISTING);
      Path mono = scratch.folder().resolve(name(page));
      Mono.write(raw, mono);
      Findings found = Findings.of(mono, lines);
      Optional<Sentence> full = found.refusal().isPresent() ? found.refusal() : full(edition, mono);
      if (full.isEmpty()) {
        place(mono, own(edition), story, page);
      }
      return new Findings(found.seconds(), full, found.warnings());
    } catch (Unusable unusable) {
      return refused(unusable.sentence());
    }
  }

  private void place(Path mono, Edition own, Story story, int page) throws IOException {
    vacate(own, story, page);
    Recorded recording = new Recorded(Recordings.sha256(mono), name(page));
    List<String> lines = Narrated.lines(story).get(page);
    shelf.note(own, shelf.folder(own, tag(story)), Map.of(recording, lines));
    shelf.keep(own, tag(story), name(page), mono, file(own, story, page));
  }

  /** A page's own name may be that of a recording which has moved to another page. */
  private void vacate(Edition own, Story story, int page) throws IOException {
    Noting.of(desk, own.id());
    Narration narration = Narration.of(own, story);
    Path place = shelf.folder(own, tag(story)).resolve(name(page));
    if (!Files.exists(place) || file(own, story, page).filter(place::equals).isPresent()) {
      return;
    }
    String other =
        narration.files().entrySet().stream()
            .filter(each -> each.getValue().equals(place))
            .map(each -> name(each.getKey()))
            .findFirst()
            .orElse(name(page));
    shelf.giveWay(own, place, other);
  }

  private static Findings refused(Sentence why) {
    return new Findings(0, Optional.of(why), List.of());
  }

  /** More could neither be packed nor be put on another robot. */
  private Optional<Sentence> full(Edition edition, Path more) throws IOException {
    long bytes = Files.size(more);
    if (bytes > StoryPackage.Limits.USUAL.fileBytes()) {
      return Optional.of(
          Sentence.of(
              "the recording has {0} MB, a page may have {1} MB; record it at 48000 Hz or less",
              bytes / 1_000_000, StoryPackage.Limits.USUAL.fileBytes() / 1_000_000));
    }
    for (Path file : Bundle.of(desk, edition.id()).beside()) {
      bytes += Files.size(file);
    }
    return bytes < StoryPackage.Limits.USUAL.allBytes()
        ? Optional.empty()
        : Optional.of(
            Sentence.of(
                "the story would have more than {0} MB of recordings; record at 24000 Hz, or"
                    + " shorter",
                StoryPackage.Limits.USUAL.allBytes() / 1_000_000));
  }

  /**
   * Says that a recording that was read for other words fits those of its page, too.
   *
   * @throws NoSuchFileException if the page has none of these
   */
  public void keep(Edition edition, Story story, int page) throws IOException {
    if (!Narration.of(edition, story).others().containsKey(page)) {
      throw new NoSuchFileException(name(page));
    }
    Edition own = own(edition);
    Path file = Narration.of(own, story).others().get(page).file();
    List<String> lines = Narrated.lines(story).get(page);
    shelf.note(own, file.getParent(), Map.of(Recorded.at(file), lines));
  }

  /** Takes a recording away, so that it can be put back. */
  public void remove(Edition edition, Story story, int page) throws IOException {
    if (file(edition, story, page).isPresent()) {
      Edition own = own(edition);
      shelf.remove(own, tag(story), name(page), file(own, story, page).orElseThrow());
    }
  }

  /** Whether a recording of the page can be put back. */
  public boolean removed(Edition edition, Story story, int page) {
    return shelf.removed(edition, tag(story), name(page));
  }

  /**
   * Puts a recording back that was taken away.
   *
   * @throws NoSuchFileException if there is none
   */
  public void putBack(Edition edition, Story story, int page) throws IOException {
    if (removed(edition, story, page)) {
      vacate(edition, story, page);
    }
    shelf.putBack(edition, tag(story), name(page));
  }

  private static String tag(Story story) {
    return story.language().toLanguageTag();
  }

  private static Optional<Path> file(Edition edition, Story story, int page) {
    Narration narration = Narration.of(edition, story);
    return Optional.ofNullable(narration.files().get(page))
        .or(() -> Optional.ofNullable(narration.others().get(page)).map(Narration.Other::file));
  }

  /** The story in a folder of its own on the shelf of added ones. */
  private Edition own(Edition edition) throws IOException {
    Path folder = desk.places().added().toAbsolutePath().normalize().resolve(edition.id());
    if (!edition.file().toAbsolutePath().normalize().startsWith(folder)
        && new Import(desk).copy(edition.id()) instanceof Taken.Rejected(var problems)) {
      throw new Hindrance(problems.getFirst().sentence());
    }
    return desk.library().editions().stream()
        .filter(each -> each.id().equals(edition.id()))
        .filter(each -> Bundle.language(each).equals(Bundle.language(edition)))
        .findFirst()
        .orElseThrow(() -> new NoSuchFileException(folder.toString()));
  }
}
