package iyagi.service;

import iyagi.library.Installation;
import iyagi.library.Shelf;
import iyagi.library.StoryPackage;
import iyagi.story.Problem;
import iyagi.story.ReadResult;
import iyagi.story.Story;
import iyagi.story.StoryReader;
import iyagi.words.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Puts stories on the robot's shelf that people bring as files: a story's text, or its folder as a
 * zip. A text joins the story of its name that is there in other languages. Any thread.
 */
public final class Import {
  private final Desk desk;

  /** Puts stories on that desk's shelf. */
  public Import(Desk desk) {
    this.desk = desk;
  }

  /**
   * Takes a story.
   *
   * @param sent what is in the file
   * @param name of the file, by a stranger
   * @param replace whether a story that is there may be replaced
   * @throws IOException if it cannot be read or written
   */
  public Taken take(InputStream sent, String name, boolean replace) throws IOException {
    StoryName called = StoryName.of(name);
    if (called.kind() == StoryName.Kind.OTHER) {
      return rejected(name, "is no story; a story is a text (.md) or a story's folder as a zip");
    }
    if (called.id().isEmpty()) {
      return rejected(name, "has no name that a story can have; name it like bear.md");
    }
    try (Scratch scratch = Scratch.on(desk, "story")) {
      boolean zip = called.kind() == StoryName.Kind.ZIP;
      Path file = scratch.folder().resolve(zip ? called.id().get() + ".zip" : called.file());
      Files.copy(sent, file);
      return zip ? packed(file, replace) : text(file, called, replace);
    }
  }

  /**
   * Says what is wrong with a text.
   *
   * @param name of its file
   */
  public List<Problem> check(String name, String text) throws IOException {
    StoryName called = StoryName.of(name);
    String id = called.id().orElse("story");
    try (Scratch scratch = Scratch.on(desk, "check")) {
      Path file = Files.writeString(scratch.folder().resolve(called.file()), text);
      return named(read(file, Bundle.of(desk, id)).problems(), called.file());
    }
  }

  /**
   * Removes what a power cut has left of files that were being taken. For the start of the robot.
   *
   * @throws IOException if it cannot be removed; it is in nobody's way
   */
  public static void tidy(Desk desk) throws IOException {
    Scratch.tidy(desk);
  }

  /** Puts a story on the shelf of added ones as it is, wherever it lies now. */
  Taken copy(String id) throws IOException {
    try (Scratch scratch = Scratch.on(desk, "copy")) {
      Path zip = scratch.folder().resolve("packed.zip");
      try (OutputStream out = Files.newOutputStream(zip)) {
        Bundle.of(desk, id).pack(out);
      }
      return packed(zip, true);
    }
  }

  private static ReadResult read(Path file, Bundle there) throws IOException {
    return new StoryReader(Names.vocabulary()).withSounds(there.sounds()).read(file);
  }

  private Taken text(Path file, StoryName called, boolean replace) throws IOException {
    Bundle there = Bundle.of(desk, called.id().orElseThrow());
    return switch (read(file, there)) {
      case ReadResult.Rejected(List<Problem> problems) ->
          new Taken.Rejected(named(problems, called.file()));
      case ReadResult.Read(Story story, _) -> {
        String language = story.language().toLanguageTag();
        if (!replace && !there.in(language).isEmpty()) {
          yield new Taken.Replaces(there.id());
        }
        Path zip = file.resolveSibling("packed.zip");
        try (OutputStream out = Files.newOutputStream(zip)) {
          there.pack(out, language, file);
        }
        yield packed(zip, true);
      }
    };
  }

  private Taken packed(Path zip, boolean replace) {
    AtomicReference<String> replaces = new AtomicReference<>("");
    AtomicReference<Moved> before = new AtomicReference<>(Moved.NOTHING);
    Installation result =
        new Shelf(desk.places().added())
            .install(
                new StoryPackage(zip),
                Names.vocabulary(),
                id -> {
                  boolean may = replace || Bundle.of(desk, id).editions().isEmpty();
                  replaces.set(may ? "" : id);
                  if (may) {
                    Noting.of(desk, id);
                    before.set(Moved.before(Bundle.of(desk, id)));
                  }
                  return may;
                });
    if (!replaces.get().isEmpty()) {
      return new Taken.Replaces(replaces.get());
    }
    return switch (result) {
      case Installation.Installed story ->
          new Taken.Shelved(story, before.get().in(Bundle.of(desk, story.id())));
      case Installation.Rejected(List<Problem> problems) -> new Taken.Rejected(problems);
    };
  }

  private static Taken rejected(String name, String text) {
    String shown = name.replaceAll("\\p{C}", "?");
    String cut = shown.substring(0, Math.min(80, shown.length()));
    return new Taken.Rejected(
        List.of(new Problem(Problem.Severity.ERROR, cut, 0, 0, Sentence.of(text))));
  }

  private static List<Problem> named(List<Problem> problems, String name) {
    return problems.stream()
        .map(p -> new Problem(p.severity(), name, p.line(), p.column(), p.sentence()))
        .toList();
  }
}
