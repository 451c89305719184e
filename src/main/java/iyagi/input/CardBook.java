package iyagi.input;

import iyagi.disk.Disk;
import iyagi.words.Hindrance;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which card is which story: a file of lines like {@code {"card":"0004217788","story":"bear.ko"}}.
 * It is written beside its place, forced to the disk and renamed, so it is always whole. One thread
 * may learn and forget; any may look something up.
 *
 * <p>Only a card that somebody teaches is ever written. To ask for an unknown card leaves no trace,
 * here or in a log: it may be a library member's. What is taught is written as it is and not as a
 * hash: card numbers have ten digits or eight hexadecimal ones, so every one of them can be tried
 * in minutes on any computer; a hash would protect nothing, and the librarian could no longer
 * compare the file with what is printed on the cards. A member's card that was taught by mistake is
 * gone after {@link #forget} (but not from a file that was kept aside).
 */
public final class CardBook {
  /** A thousand cards are 60 KB. */
  private static final long LARGEST_BYTES = 1024 * 1024;

  private static final String STORY = "[^\\p{Cntrl}/\\\\\uFFFD]{1,100}";
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final List<Sentence> problems;
  private volatile Map<CardId, String> cards;

  private CardBook(Path file, Map<CardId, String> cards, List<Sentence> problems) {
    this.file = file;
    this.cards = cards;
    this.problems = List.copyOf(problems);
  }

  /**
   * Reads a book; one that does not exist yet is empty. Where lines cannot be understood, the whole
   * file is kept aside as it was and the other lines are used; see {@link #problems}.
   *
   * @throws IOException in a librarian's words, if the file cannot be read at all or kept aside
   */
  public static CardBook open(Path file) throws IOException {
    Map<CardId, String> cards = new LinkedHashMap<>();
    List<Sentence> problems = new ArrayList<>();
    try {
      read(file, cards, problems);
      CardBook book = new CardBook(file, frozen(cards), problems);
      return problems.isEmpty() ? book : book.mended();
    } catch (NoSuchFileException none) {
      return new CardBook(file, Map.of(), List.of());
    } catch (IOException unreadable) {
      throw new Hindrance(
          Sentence.of(
              "story cards: {0} cannot be read ({1}); a file that this user may read and write was"
                  + " expected; cards do nothing until then",
              file, Reason.of(unreadable)),
          unreadable);
    }
  }

  private static void read(Path file, Map<CardId, String> cards, List<Sentence> problems)
      throws IOException {
    if (Files.size(file) > LARGEST_BYTES) {
      problems.add(Sentence.of("{0} is longer than 1 MB and was not read", file.getFileName()));
      return;
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank() && !understood(line, cards)) {
        problems.add(
            Sentence.of(
                "{0}:{1}: not understood; {\"card\":\"…\",\"story\":\"…\"} was expected, each card"
                    + " once",
                file.getFileName(), number));
      }
    }
  }

  /** What the line says is not repeated anywhere: it may hold a number. */
  private static boolean understood(String line, Map<CardId, String> cards) {
    try {
      JsonNode node = JSON.readTree(line);
      String card = node.path("card").asString("");
      String story = node.path("story").asString("");
      return node.size() == 2
          && CardId.isNumber(card)
          && story.matches(STORY)
          && cards.putIfAbsent(new CardId(card), story) == null;
    } catch (JacksonException broken) {
      return false;
    }
  }

  private CardBook mended() throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
    for (int n = 2; Files.exists(aside); n++) {
      aside = file.resolveSibling(file.getFileName() + ".unreadable-" + n);
    }
    Files.copy(file, aside, StandardCopyOption.COPY_ATTRIBUTES);
    Disk.force(aside);
    write(cards);
    List<Sentence> told = new ArrayList<>(problems);
    told.add(
        Sentence.of(
            "story cards: kept aside as {0}; {1} cards are still known, teach the others again",
            aside, cards.size()));
    return new CardBook(file, cards, told);
  }

  /** What was wrong with the file when it was opened, and what was done; empty if nothing was. */
  public List<Sentence> problems() {
    return problems;
  }

  /** The story of a card: "bear.ko"; empty for every card that was not taught. Any thread. */
  public Optional<String> story(CardId card) {
    return Optional.ofNullable(cards.get(card));
  }

  /** Every taught card with its story, in the order in which they were taught. Any thread. */
  public Map<CardId, String> list() {
    return cards;
  }

  /**
   * From now on this card stands for this story, on the disk, too.
   *
   * @param story 1 to 100 characters without '/', '\' and control characters
   * @throws IOException if it could not be written; then nothing has changed
   */
  public void learn(CardId card, String story) throws IOException {
    if (!story.matches(STORY)) {
      throw new IllegalArgumentException("'" + story + "' is no name of a story");
    }
    Map<CardId, String> changed = new LinkedHashMap<>(cards);
    changed.put(card, story);
    keep(changed);
  }

  /**
   * From now on this card is unknown, on the disk, too.
   *
   * @return whether it was known
   * @throws IOException if it could not be written; then nothing has changed
   */
  public boolean forget(CardId card) throws IOException {
    if (!cards.containsKey(card)) {
      return false;
    }
    Map<CardId, String> changed = new LinkedHashMap<>(cards);
    changed.remove(card);
    keep(changed);
    return true;
  }

  private void keep(Map<CardId, String> changed) throws IOException {
    try {
      write(changed);
    } catch (IOException refused) {
      throw new Hindrance(
          Sentence.of(
              "story cards: {0} cannot be written ({1}); nothing was changed",
              file, Reason.of(refused)),
          refused);
    }
    cards = frozen(changed);
  }

  private static Map<CardId, String> frozen(Map<CardId, String> cards) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(cards));
  }

  private void write(Map<CardId, String> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    lines.forEach(
        (card, story) ->
            text.append(JSON.createObjectNode().put("card", card.number()).put("story", story))
                .append('\n'));
    Disk.write(file, text.toString());
  }
}
