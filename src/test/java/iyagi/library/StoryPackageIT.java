package iyagi.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.service.Names;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoryPackageIT {
  private static final String STORY = Zips.story("A bear slept.");

  /** With room for names that lead out; nobody else writes in it. */
  @TempDir private Path around;

  private Path folder;
  private ShelfAtHand shelf;

  @BeforeEach
  void open() throws IOException {
    folder = Files.createDirectories(around.resolve("one/two/three"));
    shelf = ShelfAtHand.in(folder);
  }

  private String onlyProblem(byte[] zip) throws IOException {
    List<String> problems = shelf.problems("bear.zip", zip);
    assertEquals(1, problems.size(), problems.toString());
    return problems.getFirst();
  }

  private static void assertSays(String expected, String problem) {
    assertTrue(problem.contains(expected), problem);
  }

  @Test
  void installsAFolderInAZipWithAllThatBelongsToAStory() throws IOException {
    var installed =
        shelf.installed(
            Zips.zip(
                "bear/",
                "",
                "bear/story.en.md",
                STORY,
                "bear/sounds/",
                "",
                "bear/sounds/wind softly.wav",
                "RIFF",
                "bear/narration/en/1.wav",
                "RIFF",
                "bear/cover.jpg",
                "JFIF",
                "bear/LICENSE.txt",
                "CC BY 4.0"));
    assertEquals("bear", installed.id());
    assertEquals(
        List.of(new Edition("bear", "en", shelf.folder().resolve("bear/story.en.md"))),
        installed.editions());
    assertEquals(List.of(), installed.warnings());
    assertEquals(
        List.of(
            "bear",
            "bear/LICENSE.txt",
            "bear/cover.jpg",
            "bear/narration",
            "bear/narration/en",
            "bear/narration/en/1.wav",
            "bear/sounds",
            "bear/sounds/wind softly.wav",
            "bear/story.en.md"),
        shelf.files());
    assertEquals(STORY, shelf.text("bear/story.en.md"));
  }

  @Test
  void aZipWithoutAFolderIsNamedAfterItsFile() throws IOException {
    shelf.install("owl.zip", Zips.zip("story.en.md", STORY, "sounds/hoo.wav", "RIFF"));
    assertEquals(
        List.of("owl", "owl/sounds", "owl/sounds/hoo.wav", "owl/story.en.md"), shelf.files());
  }

  @Test
  void ignoresWhatSystemsLeaveInFolders() throws IOException {
    shelf.installed(
        Zips.zip(
            "bear/story.en.md",
            STORY,
            "bear/.DS_Store",
            "x",
            "bear/sounds/._a.wav",
            "x",
            "__MACOSX/",
            "",
            "__MACOSX/bear/._story.en.md",
            "x",
            ".DS_Store",
            "x",
            "bear/Thumbs.db",
            "x",
            "bear/desktop.ini",
            "x"));
    assertEquals(List.of("bear", "bear/story.en.md"), shelf.files());
  }

  @Test
  void koreanNamesAreTheSameFromEverySystem() throws IOException {
    String mac = Normalizer.normalize("달님/sounds/바람.wav", Normalizer.Form.NFD);
    String story = "---\nlicense: CC BY 4.0\n---\n# 달님\n\n## 숲\n아기 곰이 잤어요. {sound 바람}\n";
    shelf.install("x.zip", Zips.zip("달님/story.ko.md", story, mac, "RIFF"));
    assertEquals(List.of("달님", "달님/sounds", "달님/sounds/바람.wav", "달님/story.ko.md"), shelf.files());
  }

  @Test
  void namesInAnOldEncodingAreRefused() throws IOException {
    byte[] old = Zips.zip(Charset.forName("x-windows-949"), "달님/story.ko.md", STORY);
    assertSays("is not a whole zip file", onlyProblem(old));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../story.en.md",
        "bear/../../story.en.md",
        "bear/sounds/../../../x.wav",
        "/story.en.md",
        "/bear/sounds/x.wav",
        "bear//story.en.md",
        "./story.en.md",
        "bear/./sounds/x.wav",
        "bear\\story.en.md",
        "..\\..\\story.en.md",
        "C:/story.en.md",
        "__MACOSX/../../x",
      })
  void noNameLeadsOutOfTheStory(String name) throws IOException {
    List<String> before = everything();
    String problem = onlyProblem(Zips.zip("bear/story.en.md", STORY, name, "away"));
    assertEquals(
        "bear.zip: error: '"
            + name
            + "' is no plain path below the story's folder (like bear/sounds/snore.wav)",
        problem);
    assertEquals(before, everything());
  }

  private List<String> everything() throws IOException {
    try (Stream<Path> all = Files.walk(around)) {
      return all.map(Path::toString)
          .filter(name -> name.endsWith(".md") || name.endsWith("x"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notes.doc",
        ".profile",
        "Story.ko.md",
        "story.en.txt",
        "sounds/-rf.wav",
        "sounds/run.sh",
        "sounds/deep/x.wav",
        "sounds/line\nbreak.wav",
        "sounds/mirror\u202e.wav",
        "sounds/nul\u0000.wav",
        "sounds/a123456789b123456789c123456789d123456789e123456789f123456789.wav",
        "narration/1.wav",
        "narration/en/deep/1.wav",
        "cover.svg",
      })
  void whatDoesNotBelongInAStoryIsRefused(String name) throws IOException {
    String problem = onlyProblem(Zips.zip("bear/story.en.md", STORY, "bear/" + name, "x"));
    assertSays("does not belong in a story; allowed are story.en.md", problem);
    assertTrue(problem.chars().allMatch(c -> c >= ' ' && c != 0x202e), problem);
  }

  @Test
  void aStorysNameIsNoHiddenFolderAndNoPath() throws IOException {
    assertSays("'.new' is no name for a story", onlyProblem(Zips.zip(".new/story.en.md", STORY)));
    String longName = "b".repeat(49);
    assertSays("is no name for a story", onlyProblem(Zips.zip(longName + "/story.en.md", STORY)));
    shelf.installed(Zips.zip("곰".repeat(48) + "/story.en.md", STORY));
  }

  @Test
  void aNameMayBeThereOnce() throws IOException {
    byte[] twice = Zips.zip("bear/story.en.md", STORY, "bear/story.EN.md", STORY);
    assertSays("'bear/story.EN.md' is there twice", onlyProblem(twice));
    byte[] same = Zips.renamed(twice, "story.EN.md", "story.en.md");
    assertSays("'bear/story.en.md' is there twice", onlyProblem(same));
  }

  @Test
  void linksAndDevicesAreRefused() throws IOException {
    byte[] zip = Zips.zip("bear/story.en.md", STORY, "bear/cover.jpg", "/etc/passwd");
    for (int kind : new int[] {0120777, 0020666, 0060666, 0010666, 0140777}) {
      assertSays(
          "'bear/cover.jpg' is a link or a device",
          onlyProblem(Zips.withInList(zip, 1, 38, kind << 16)));
    }
    shelf.installed(Zips.withInList(zip, 1, 38, 0100644 << 16));
  }

  @Test
  void namesEveryProblemAtOnce() throws IOException {
    List<String> problems =
        shelf.problems("b.zip", Zips.zip("bear/notes.doc", "x", "bear/x.exe", "x"));
    assertEquals(3, problems.size(), problems.toString());
    assertSays("'bear/notes.doc'", problems.get(0));
    assertSays("'bear/x.exe'", problems.get(1));
    assertSays("holds no story; there must be a file like story.en.md", problems.get(2));
  }

  @Test
  void everyMistakeOfEveryStoryIsShownWithItsPlace() throws IOException {
    String bad = STORY + "\nAnd then {nodd} it {pop} woke. {wavee}\n";
    byte[] zip = Zips.zip("bear/story.en.md", bad, "bear/story.ko.md", "# 곰\n\n## 숲\n{끄덕}\n");
    List<String> problems = shelf.problems("bear.zip", zip);
    assertTrue(problems.size() >= 3, problems.toString());
    assertTrue(
        problems.getFirst().startsWith("bear/story.en.md:11:10: error: "), problems.getFirst());
    assertSays("did you mean 'nod'?", problems.getFirst());
    assertTrue(problems.stream().anyMatch(p -> p.startsWith("bear/story.ko.md:4:")), problems + "");
  }

  @Test
  void warningsDoNotHinder() throws IOException {
    var installed = shelf.installed(Zips.zip("bear/story.en.md", "# T\n\n## One\nA bear slept.\n"));
    assertEquals("bear/story.en.md", installed.warnings().getFirst().file());
  }

  private String problemWithin(StoryPackage.Limits limits, byte[] zip) throws IOException {
    Path file = Files.write(shelf.inbox().resolve("bear.zip"), zip);
    var pack = new StoryPackage(file, "bear.zip", limits);
    Installation result = shelf.shelf().install(pack, Names.vocabulary());
    assertEquals(List.of(), shelf.files());
    return ShelfAtHand.problems(result).getFirst();
  }

  @Test
  void aBombGoesOffNowhere() throws IOException {
    byte[] file = Zips.zip("story.en.md", STORY, "cover.jpg", "0".repeat(1_000_001));
    assertTrue(file.length < 10_000, "a bomb is small: " + file.length);
    var limits = new StoryPackage.Limits(10, 1_000_000, 10_000_000);
    assertSays("'cover.jpg' has more than 1 MB", problemWithin(limits, file));
    byte[] liar = Zips.withInList(file, 1, 24, 100);
    assertSays("'cover.jpg' has more than 1 MB", problemWithin(limits, liar));

    String most = "0".repeat(999_999);
    byte[] all = Zips.zip("story.en.md", STORY, "cover.jpg", most, "cover.png", most);
    var tight = new StoryPackage.Limits(10, 1_000_000, 1_500_000);
    assertSays("holds more than 1 MB when it is unpacked", problemWithin(tight, all));
  }

  @Test
  void tooManyFilesAreRefusedBeforeTheFirstIsWritten() throws IOException {
    byte[] zip = Zips.zip("story.en.md", STORY, "sounds/a.wav", "", "sounds/b.wav", "");
    var limits = new StoryPackage.Limits(2, 1_000, 1_000);
    assertSays("holds 3 files and folders; a story has at most 2", problemWithin(limits, zip));
  }

  @Test
  void aLargeFileIsNotEvenOpened() throws IOException {
    var limits = new StoryPackage.Limits(10, 100, 100);
    assertSays("has more than 100 bytes", problemWithin(limits, Zips.zip("story.en.md", STORY)));
  }

  @Test
  void whatTheListSaysMustBeTrue() throws IOException {
    byte[] zip = Zips.zip("bear/story.en.md", STORY);
    String lie = "'bear/story.en.md' is not what the zip's list says of it";
    assertSays(lie, onlyProblem(Zips.withInList(zip, 0, 24, 5)));
    assertSays(lie, onlyProblem(Zips.withInList(zip, 0, 16, 0xbad)));
  }

  @Test
  void whatIsNoZipIsRefused() throws IOException {
    assertSays("is not a whole zip file", onlyProblem(new byte[0]));
    assertSays("is not a whole zip file", onlyProblem("<html>404</html>".getBytes(UTF_8)));
    byte[] zip = Zips.zip("bear/story.en.md", STORY);
    assertSays("is not a whole zip file", onlyProblem(Arrays.copyOf(zip, zip.length - 30)));
    var nothing = new StoryPackage(folder.resolve("nowhere.zip"));
    assertEquals(
        List.of("nowhere.zip: error: there is no such file"),
        ShelfAtHand.problems(shelf.shelf().install(nothing, Names.vocabulary())));
  }

  /**
   * Each byte of a package is damaged in turn: what is installed all the same is the true story.
   */
  @Test
  void noDamagedByteBringsAWrongWord() throws IOException {
    byte[] zip = Zips.zip("bear/story.en.md", STORY);
    int refused = 0;
    for (int at = 0; at < zip.length; at++) {
      byte[] damaged = zip.clone();
      damaged[at] ^= (byte) (1 << at % 8);
      switch (shelf.install("bear.zip", damaged)) {
        case Installation.Rejected _ -> refused++;
        case Installation.Installed(String id, List<Edition> editions, _) -> {
          assertEquals(STORY, Files.readString(editions.getFirst().file()), "byte " + at);
          assertInstanceOf(Removal.Removed.class, new Library(List.of(shelf.folder())).remove(id));
        }
      }
      assertEquals(List.of(), shelf.files(), "byte " + at);
    }
    assertTrue(refused > zip.length / 2, refused + " of " + zip.length);
  }
}
