package iyagi.service;

import iyagi.library.StoryPackage;
import iyagi.story.Problem;
import iyagi.story.ReadResult;
import iyagi.story.Story;
import iyagi.story.StoryReader;
import iyagi.words.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What is in a file on a stick, without taking it: its texts are read and checked; sounds and
 * recordings are looked at when it is taken.
 *
 * @param id of the story; "" if its name cannot be one
 * @param title as its text says; the file's name where that cannot be read
 * @param language as a tag; "" where it is not known
 * @param problems errors and warnings
 */
record StickStory(String id, String title, String language, List<Problem> problems) {
  private static final long MOST_TEXT_BYTES = 2_000_000;
  private static final Pattern TEXT =
      Pattern.compile("(?:([^/]+)/)?(story(?:\\.[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)?\\.md)");
  private static final Pattern SOUND = Pattern.compile("(?:[^/]+/)?sounds/([^/]+)\\.wav");

  StickStory {
    problems = List.copyOf(problems);
  }

  /**
   * Looks into a file.
   *
   * @return nothing if it is no story at all
   * @throws IOException if it cannot be read, or the scratch not written
   */
  static Optional<StickStory> in(Path file, Desk desk) throws IOException {
    String name = file.getFileName().toString();
    StoryName called = StoryName.of(name);
    boolean zip = called.kind() == StoryName.Kind.ZIP;
    long most = zip ? StoryPackage.Limits.USUAL.allBytes() : MOST_TEXT_BYTES;
    if (Files.size(file) > most) {
      return Optional.of(
          refused(name, "has more than {0}; a story is smaller", most / 1_000_000 + " MB"));
    }
    if (called.id().isEmpty()) {
      return Optional.of(refused(name, "has no name that a story can have; name it like bear.md"));
    }
    try (Scratch scratch = Scratch.on(desk, "stick")) {
      return zip
          ? packed(file, called.id().get(), scratch.folder())
          : Optional.of(text(file, called, desk, scratch.folder()));
    }
  }

  private static StickStory refused(String name, String text, Object... parts) {
    Problem problem = new Problem(Problem.Severity.ERROR, name, 0, 0, Sentence.of(text, parts));
    return new StickStory("", name, "", List.of(problem));
  }

  private static StickStory text(Path file, StoryName called, Desk desk, Path scratch)
      throws IOException {
    String id = called.id().orElseThrow();
    Path copy = scratch.resolve(called.file());
    copy(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), copy);
    return of(id, file, read(List.of(copy), Bundle.of(desk, id).sounds()));
  }

  private static Optional<StickStory> packed(Path file, String name, Path scratch)
      throws IOException {
    String id = name;
    List<Path> texts = new ArrayList<>();
    Set<String> sounds = new TreeSet<>();
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      for (ZipEntry entry :
          zip.stream().limit(StoryPackage.Limits.USUAL.entries()).<ZipEntry>map(e -> e).toList()) {
        Matcher text = TEXT.matcher(entry.getName());
        Matcher sound = SOUND.matcher(entry.getName());
        if (text.matches()) {
          id = text.group(1) == null ? name : StoryName.of(text.group(1)).id().orElse(name);
          Path copy = scratch.resolve(text.group(2));
          copy(zip.getInputStream(entry), copy);
          texts.add(copy);
        } else if (sound.matches()) {
          sounds.add(sound.group(1));
        }
      }
    } catch (ZipException broken) {
      return Optional.of(
          refused(file.getFileName().toString(), "is not a whole zip file; pack the story again"));
    }
    return texts.isEmpty() ? Optional.empty() : Optional.of(of(id, file, read(texts, sounds)));
  }

  /** Never more than a text may have; the reader then says that there was more. */
  private static void copy(InputStream from, Path to) throws IOException {
    try (from) {
      Files.write(to, from.readNBytes((int) MOST_TEXT_BYTES + 1));
    }
  }

  private static List<ReadResult> read(List<Path> texts, Set<String> sounds) {
    StoryReader reader = new StoryReader(Names.vocabulary()).withSounds(sounds);
    return texts.stream().map(reader::read).toList();
  }

  private static StickStory of(String id, Path file, List<ReadResult> results) {
    List<Problem> problems = results.stream().flatMap(r -> r.problems().stream()).toList();
    for (ReadResult result : results) {
      if (result instanceof ReadResult.Read(Story story, _)) {
        return new StickStory(id, story.title(), story.language().toLanguageTag(), problems);
      }
    }
    return new StickStory(id, file.getFileName().toString(), "", problems);
  }

  /** Whether it cannot be taken. */
  boolean wrong() {
    return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
  }
}
