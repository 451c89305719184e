package iyagi.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CardBookIT {
  private static final CardId BEAR = new CardId("0004217788");
  private static final CardId MOUSE = new CardId("04A1B2C3");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void file() {
    file = folder.resolve("data/cards.jsonl");
  }

  private CardBook open() throws IOException {
    return CardBook.open(file);
  }

  private CardBook openWith(String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return open();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(file.getParent())) {
      return all.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatWasTaughtIsKnownAfterAStart() throws IOException {
    CardBook book = open();
    assertEquals(Optional.empty(), book.story(BEAR));
    book.learn(BEAR, "bear.ko");
    book.learn(MOUSE, "mouse.en");
    book.learn(BEAR, "bear.en");
    assertEquals(Optional.of("bear.en"), book.story(BEAR));

    CardBook again = open();
    assertEquals(List.of(), again.problems());
    assertEquals(Map.of(BEAR, "bear.en", MOUSE, "mouse.en"), again.list());
    assertEquals(List.of(BEAR, MOUSE), List.copyOf(again.list().keySet()));
    assertEquals(
        """
        {"card":"0004217788","story":"bear.en"}
        {"card":"04A1B2C3","story":"mouse.en"}
        """,
        Files.readString(file));
    assertEquals(List.of("cards.jsonl"), files());
  }

  @Test
  void aForgottenCardIsGoneFromTheDiskToo() throws IOException {
    CardBook book = open();
    book.learn(BEAR, "bear.ko");
    book.learn(MOUSE, "mouse.en");
    assertTrue(book.forget(BEAR));
    assertFalse(book.forget(BEAR));
    assertEquals(Optional.empty(), book.story(BEAR));
    assertEquals(Map.of(MOUSE, "mouse.en"), open().list());
    assertFalse(Files.readString(file).contains(BEAR.number()));
  }

  @Test
  void anUnknownCardLeavesNoTrace() throws IOException {
    CardBook book = open();
    assertEquals(Optional.empty(), book.story(MOUSE));
    assertFalse(book.forget(MOUSE));
    assertFalse(Files.exists(file.getParent()));
    book.learn(BEAR, "bear.ko");
    assertEquals(Optional.empty(), book.story(MOUSE));
    assertFalse(Files.readString(file).contains(MOUSE.number()));
  }

  @Test
  void linesThatCannotBeUnderstoodAreToldAndTheFileIsKeptAside() throws IOException {
    String broken =
        """
        {"card":"0004217788","story":"bear.ko"}
        {"card":"0004217
        {"card":"12","story":"mouse.en"}

        {"card":"04A1B2C3","story":"mouse.en"}
        {"card":"04A1B2C3","story":"owl.en"}
        {"card":"0004217790","story":"../owl"}
        {"card":"0004217791","story":"owl","name":"Kim"}
        [1, 2]
        """;
    CardBook book = openWith(broken);
    assertEquals(Map.of(BEAR, "bear.ko", MOUSE, "mouse.en"), book.list());
    String expected =
        ": not understood; {\"card\":\"…\",\"story\":\"…\"} was expected, each card once";
    Path aside = file.resolveSibling("cards.jsonl.unreadable");
    assertEquals(
        List.of(
            "cards.jsonl:2" + expected,
            "cards.jsonl:3" + expected,
            "cards.jsonl:6" + expected,
            "cards.jsonl:7" + expected,
            "cards.jsonl:8" + expected,
            "cards.jsonl:9" + expected,
            "story cards: kept aside as "
                + aside
                + "; 2 cards are still known, teach the others again"),
        book.problems().stream().map(Sentence::toString).toList());
    assertEquals(broken, Files.readString(aside));
    assertEquals(List.of(), open().problems());
    assertEquals(book.list(), open().list());

    assertEquals(1, openWith("xx").problems().size() - 1);
    assertEquals(
        List.of("cards.jsonl", "cards.jsonl.unreadable", "cards.jsonl.unreadable-2"), files());
  }

  @Test
  void binaryAndHugeFilesAreKeptAsideToo() throws IOException {
    assertEquals(
        2, openWith(new String(new byte[] {0, 1, 2}, StandardCharsets.UTF_8)).problems().size());
    assertEquals(
        "cards.jsonl is longer than 1 MB and was not read",
        openWith("x".repeat(1024 * 1024 + 1)).problems().getFirst().toString());
    assertEquals(Map.of(), open().list());
  }

  @Test
  void whatCannotBeReadOrWrittenIsToldAndChangesNothing() throws IOException {
    Files.createDirectories(file);
    IOException unreadable = assertThrows(IOException.class, this::open);
    assertTrue(unreadable.getMessage().startsWith("story cards: " + file + " cannot be read ("));

    Path blocked = Files.writeString(folder.resolve("blocked"), "no folder").resolve("cards.jsonl");
    CardBook book = openInNoFolder(blocked);
    IOException unwritable = assertThrows(IOException.class, () -> book.learn(BEAR, "bear.ko"));
    assertTrue(unwritable.getMessage().endsWith("nothing was changed"), unwritable.getMessage());
    assertEquals(Optional.empty(), book.story(BEAR));
  }

  /** The folder gives way to a file after the book was opened. */
  private CardBook openInNoFolder(Path blocked) throws IOException {
    Path parent = blocked.getParent();
    Files.delete(parent);
    CardBook book = CardBook.open(blocked);
    Files.writeString(parent, "no folder");
    return book;
  }

  @Test
  void aNameThatIsNoStorysIsRefused() throws IOException {
    CardBook book = open();
    for (String wrong : new String[] {"", "a/b", "a\nb", "a\\b", "x".repeat(101)}) {
      assertThrows(IllegalArgumentException.class, () -> book.learn(BEAR, wrong));
    }
    book.learn(BEAR, "곰과 달.ko");
    assertEquals(Optional.of("곰과 달.ko"), open().story(BEAR));
  }
}
