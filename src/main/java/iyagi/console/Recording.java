package iyagi.console;

import iyagi.audio.WavFile;
import iyagi.library.Edition;
import iyagi.narration.Findings;
import iyagi.score.Beat;
import iyagi.score.Script;
import iyagi.service.Names;
import iyagi.service.Narration;
import iyagi.service.Recorder;
import iyagi.story.ReadResult;
import iyagi.story.Story;
import iyagi.story.StoryReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tinylog.Logger;

/** The page on which a story's pages are read aloud into a microphone, or brought as files. */
final class Recording implements Part {
  private final Robot robot;
  private final Recorder recorder;

  Recording(Robot robot) {
    this.robot = robot;
    recorder = new Recorder(robot.desk());
  }

  @Override
  public void routes(Door door) {
    door.page("recordings");
    door.get("/api/recordings", ask -> Answer.json(shown(ask, at(ask))));
    door.get("/api/recordings/sound", this::sound);
    door.upload("/api/recordings/upload", Recorder.MOST_BYTES, this::upload);
    door.post("/api/recordings/keep", this::keep);
    door.post("/api/recordings/remove", this::remove);
    door.post("/api/recordings/undo", this::undo);
  }

  /** A story that can be read without a mistake. */
  private record At(Edition edition, Story story) {}

  private At at(Ask ask) {
    return at(ask.query("story").orElse(""));
  }

  private At at(String name) {
    Edition edition =
        robot.desk().library().editions().stream()
            .filter(e -> e.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new Refused(404, "unknown-story"));
    if (new StoryReader(Names.vocabulary()).read(edition.file())
        instanceof ReadResult.Read(Story story, _)) {
      return new At(edition, story);
    }
    throw new Refused(409, "has-mistakes");
  }

  /**
   * A story to be recorded.
   *
   * @param silence why it cannot be read aloud, with an empty text if it can
   * @param strays names of files that belong to no page
   */
  record Shown(
      String title, String language, Phrased silence, List<Sheet> pages, List<String> strays) {}

  /**
   * A page with words.
   *
   * @param page 0 is the title
   * @param recorded whether it has a recording that fits
   * @param readFor the words of one that does not fit; empty if there is none
   * @param seconds of either, 0 if it cannot be read
   * @param removed whether one that was taken away can be put back
   */
  record Sheet(
      int page,
      String heading,
      List<Spoken> lines,
      boolean recorded,
      List<String> readFor,
      double seconds,
      boolean removed) {}

  /** What somebody says; "" is the narrator. */
  record Spoken(String role, String text) {}

  private Shown shown(Ask ask, At at) {
    Narration narration = Narration.of(at.edition, at.story);
    List<Sheet> sheets = new ArrayList<>();
    lines(at.story).forEach((page, lines) -> sheets.add(sheet(at, page, lines, narration)));
    Phrased silence =
        Narration.silence(robot.desk(), at.edition, at.story)
            .map(why -> Phrased.of(why, ask.language()))
            .orElse(new Phrased("", ask.language()));
    return new Shown(
        at.story.title(),
        at.story.language().toLanguageTag(),
        silence,
        sheets,
        narration.strays().stream().map(file -> file.getFileName().toString()).toList());
  }

  private Sheet sheet(At at, int page, List<Spoken> lines, Narration narration) {
    Optional<Path> file = file(narration, page);
    return new Sheet(
        page,
        page == 0 ? "" : at.story.pages().get(page - 1).heading(),
        lines,
        narration.files().containsKey(page),
        narration.others().containsKey(page) ? narration.others().get(page).readFor() : List.of(),
        file.map(Recording::seconds).orElse(0.0),
        recorder.removed(at.edition, at.story, page));
  }

  private static Map<Integer, List<Spoken>> lines(Story story) {
    Map<Integer, List<Spoken>> lines = new TreeMap<>();
    for (Beat beat : Script.of(story)) {
      if (beat instanceof Beat.Say say) {
        lines
            .computeIfAbsent(say.page(), _ -> new ArrayList<>())
            .add(new Spoken(say.role(), say.phrase().text()));
      }
    }
    return lines;
  }

  private static double seconds(Path file) {
    try (WavFile wav = WavFile.open(file)) {
      return wav.seconds();
    } catch (IOException unreadable) {
      // It is shown without its length; what is wrong with it was told when it came, and by iyagi
      // check.
      Logger.debug(unreadable, "how long {} is cannot be seen", file);
      return 0;
    }
  }

  private Answer sound(Ask ask) throws IOException {
    At at = at(ask);
    Path file =
        file(Narration.of(at.edition, at.story), page(ask.query("page").orElse("")))
            .orElseThrow(() -> new Refused(404, "not-found"));
    return Answer.stream("audio/wav", out -> Files.copy(file, out))
        .with("Content-Length", Long.toString(Files.size(file)));
  }

  /** The recording of a page, or one that was read for other words. */
  private static Optional<Path> file(Narration narration, int page) {
    return Optional.ofNullable(narration.files().get(page))
        .or(() -> Optional.ofNullable(narration.others().get(page)).map(Narration.Other::file));
  }

  private static int page(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notOne) {
      throw new Refused(404, "not-found");
    }
  }

  /**
   * What became of a recording.
   *
   * @param page that it is of; -1 if its name does not say
   * @param kept whether it is on the shelf
   * @param told what is to be said of it
   */
  record Result(int page, boolean kept, double seconds, List<Phrased> told) {}

  private Answer upload(Ask ask) throws IOException {
    At at = at(ask);
    String name = ask.query("name").orElse("");
    int page =
        ask.query("page").map(Recording::page).orElse(Narration.page(name, at.story).orElse(-1));
    if (page < 0) {
      throw new Refused(409, "which-page");
    }
    Findings found;
    try (InputStream in = ask.body()) {
      found = recorder.take(in, at.edition, at.story, page);
    } catch (NoSuchFileException gone) {
      throw new Refused(404, "unknown-story");
    }
    List<Phrased> told = new ArrayList<>();
    found.refusal().ifPresent(why -> told.add(Phrased.of(why, ask.language())));
    found.warnings().forEach(warning -> told.add(Phrased.of(warning, ask.language())));
    if (found.refusal().isEmpty()) {
      robot.service().stock().changed();
    }
    return Answer.json(new Result(page, found.refusal().isEmpty(), found.seconds(), told));
  }

  record Wish(String story, int page) {}

  private Answer keep(Ask ask) throws IOException {
    Wish wish = ask.json(Wish.class);
    At at = at(String.valueOf(wish.story));
    try {
      recorder.keep(at.edition, at.story, wish.page);
    } catch (NoSuchFileException gone) {
      throw new Refused(404, "not-found");
    }
    robot.service().stock().changed();
    return Answer.done();
  }

  private Answer remove(Ask ask) throws IOException {
    Wish wish = ask.json(Wish.class);
    At at = at(String.valueOf(wish.story));
    recorder.remove(at.edition, at.story, wish.page);
    robot.service().stock().changed();
    return Answer.done();
  }

  private Answer undo(Ask ask) throws IOException {
    Wish wish = ask.json(Wish.class);
    At at = at(String.valueOf(wish.story));
    try {
      recorder.putBack(at.edition, at.story, wish.page);
    } catch (NoSuchFileException gone) {
      throw new Refused(404, "not-found");
    }
    robot.service().stock().changed();
    return Answer.done();
  }
}
