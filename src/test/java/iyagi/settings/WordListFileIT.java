package iyagi.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.story.WordList;
import iyagi.story.WordList.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the library's words. */
final class WordListFileIT {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("pronunciations.yaml");
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    WordList words =
        new WordList(
            List.of(
                new Entry("en", "no", "know"),
                new Entry("en", "o'brien", "oh-BRY-en"),
                new Entry("en", "quoted", "/\\ \" #: x/"),
                new Entry("ko", "값이", "갑씨")));
    WordListFile.write(file(), words);
    assertEquals(new WordListFile.Result(words, List.of()), WordListFile.read(file()));
    assertTrue(Files.readString(file()).contains("  \"no\": \"know\""));
    WordListFile.write(file(), WordList.NONE);
    assertEquals(new WordListFile.Result(WordList.NONE, List.of()), WordListFile.read(file()));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file()), files.toList());
    }
  }

  @Test
  void aFileThatIsNotThereHasNoWords() {
    assertEquals(new WordListFile.Result(WordList.NONE, List.of()), WordListFile.read(file()));
  }

  @Test
  void aLineThatCannotBeUsedIsNamedAndTheOthersAreUsed() throws IOException {
    Files.writeString(
        file(), "en:\n  aoife: Eefa\n  two words: x\n  Big: y\n  empty:\nko: nothing\n");
    WordListFile.Result result = WordListFile.read(file());
    assertEquals(List.of(new Entry("en", "aoife", "Eefa")), result.words().words());
    assertEquals(
        List.of("3", "4", "5", "6"),
        result.problems().stream()
            .map(problem -> problem.toString().replaceAll("^[^:]*:(\\d+):.*", "$1"))
            .toList());
  }

  @Test
  void whatIsNoYamlIsSaidAndKeptAside() throws IOException {
    Files.writeString(file(), "en: {aoife: Eefa");
    WordListFile.Result result = WordListFile.read(file());
    assertEquals(WordList.NONE, result.words());
    assertTrue(
        result.problems().getFirst().toString().startsWith("pronunciations.yaml:"),
        result.toString());
    Path first = WordListFile.keepAside(file());
    Path second = WordListFile.keepAside(file());
    assertEquals("en: {aoife: Eefa", Files.readString(first));
    assertFalse(first.equals(second), "nothing that was kept aside is written over");
  }

  @Test
  void whatWouldNotBeReadAgainIsNotWritten() throws IOException {
    WordListFile.write(file(), new WordList(List.of(new Entry("en", "aoife", "Eefa"))));
    List<Entry> many = new ArrayList<>();
    for (int i = 0; i < WordList.MOST; i++) {
      many.add(new Entry("ko", "긴" + i, "길".repeat(80)));
    }
    assertThrows(IOException.class, () -> WordListFile.write(file(), new WordList(many)));
    assertEquals(1, WordListFile.read(file()).words().words().size());
  }
}
