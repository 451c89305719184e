package iyagi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files on disk: their names, their bytes. */
final class StoryFileTest {
  private static final String TEXT = "---\nlicense: x\n---\n# T\n\n## One\nHello.\n";
  private static final String KOREAN = "---\nlicense: x\n---\n# 곰\n\n## 하나\n곰이 자요.\n";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "bear/story.en.md, bear, en",
    "bear/story.ko.md, bear, ko",
    "bear/story.en-GB.md, bear, en-GB",
    "bear/Story.KO.md, bear, ko",
    "bear.ko.md, bear, ko",
    "my bear.en.md, my bear, en",
    "0009_where-is-my-cat_0.en.markdown, 0009_where-is-my-cat_0, en",
  })
  void aFilesNameGivesIdAndLanguage(String name, String id, String tag) throws IOException {
    Story story = ((ReadResult.Read) read(written(name, TEXT.getBytes(UTF_8)))).story();
    assertEquals(id, story.id());
    assertEquals(Locale.forLanguageTag(tag), story.language());
  }

  @Test
  void theFrontMatterKnowsTheLanguageBetter() throws IOException {
    byte[] text = TEXT.replace("---\nlic", "---\nlanguage: fr\nlic").getBytes(UTF_8);
    ReadResult result = read(written("bear/story.en.md", text));
    assertEquals(Locale.FRENCH, ((ReadResult.Read) result).story().language());
  }

  @Test
  void readsAStorysOwnSounds() throws IOException {
    written("bear/sounds/Snore_Loud.wav", new byte[0]);
    byte[] text = (TEXT + "Zzz {sound snore loud softly}.\n").getBytes(UTF_8);
    assertInstanceOf(ReadResult.Read.class, read(written("bear/story.en.md", text)));
  }

  @ParameterizedTest
  @CsvSource({"UTF-16", "UTF-8"})
  void readsUnicodeWithAByteOrderMark(String charset) throws IOException {
    byte[] text =
        ("\uFEFF" + KOREAN)
            .getBytes(Charset.forName(charset.equals("UTF-16") ? "UTF-16LE" : charset));
    Story story = ((ReadResult.Read) read(written("bear/story.ko.md", text))).story();
    assertEquals("곰", story.title());
    assertEquals(List.of("곰이 자요."), Stories.lines(story.pages().getFirst().steps()));
  }

  @Test
  void saysWhereAFileIsNoUtf8AndWhatToDo() throws IOException {
    byte[] text = "# T\n\n## One\nThe café.\n".getBytes(Charset.forName("windows-1252"));
    assertEquals(
        "4:8: error: not UTF-8 (byte 0xE9); open it in an editor and save it as UTF-8",
        problem(written("a.en.md", text)));
  }

  @Test
  void recognisesTheOldKoreanEncoding() throws IOException {
    byte[] text = KOREAN.getBytes(Charset.forName("EUC-KR"));
    assertEquals(
        "4:3: error: not UTF-8 (byte 0xB0); it looks like EUC-KR; open it in an editor and save it"
            + " as UTF-8",
        problem(written("a.ko.md", text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '' | error: the file is empty
          '  \n\t\n' | error: the file has nothing but white space
          '# T\u0000x' | error: not a text file; a story is plain text, saved as UTF-8 with the ending .md
          '\u0001\u0002\u0003abc' | error: not a text file; a story is plain text, saved as UTF-8 with the ending .md
          """)
  void refusesWhatIsNoText(String text, String problem) throws IOException {
    assertEquals(problem, problem(written("a.en.md", text.getBytes(UTF_8))));
  }

  @Test
  void refusesAPicture() throws IOException {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
    assertEquals(
        "error: not a text file; a story is plain text with the ending .md",
        problem(written("a.en.md", png)));
  }

  @Test
  void refusesAFolder() {
    assertEquals(
        "error: this is a folder; name the story file in it, for example story.en.md",
        problem(folder));
  }

  @Test
  void suggestsAFileOfAlmostThatName() throws IOException {
    written("bear/story.en.md", TEXT.getBytes(UTF_8));
    assertEquals(
        "error: there is no such file; did you mean 'story.en.md'?",
        problem(folder.resolve("bear/stroy.en.md")));
    assertEquals("error: there is no such file", problem(folder.resolve("nowhere/story.en.md")));
  }

  @Test
  void refusesALargeFileWithoutReadingIt() throws IOException {
    Path file = folder.resolve("a.en.md");
    try (var large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(50_000_000);
    }
    assertEquals(
        "error: a story is text and rarely over 100 kB; this file has 50 MB, and at most 2 MB are"
            + " read",
        problem(file));
  }

  private static final Charset UTF_8 = StandardCharsets.UTF_8;

  private Path written(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private static ReadResult read(Path file) {
    return new StoryReader(Stories.ROBOT).read(file);
  }

  /** The only problem, without the file's name. */
  private static String problem(Path file) {
    ReadResult.Rejected rejected = assertInstanceOf(ReadResult.Rejected.class, read(file));
    assertEquals(1, rejected.problems().size(), () -> rejected.problems().toString());
    String text = rejected.problems().getFirst().toString();
    String name = file + ":";
    return text.substring(name.length()).strip();
  }
}
