package iyagi.program;

import iyagi.words.Hindrance;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of every occasion, on the disk before anything is spoken: so that none begins twice,
 * whenever the plug is pulled. One thread writes; {@link #latest} is for any.
 */
public final class Journal {
  /** About a year and a half of a library with five programmes a week. */
  private static final int MOST = 400;

  private static final Duration SELDOM = Duration.ofMinutes(10);
  private static final JsonMapper MAPPER = new JsonMapper();

  private record Page(Optional<Instant> lookedUpTo, List<Entry> entries) {}

  private final Notebook notebook;
  private final Consumer<Sentence> tell;
  private volatile List<Entry> entries = List.of();
  private Optional<Instant> lookedUpTo = Optional.empty();
  private Optional<Instant> written = Optional.empty();
  private boolean troubled;

  /**
   * Opens a journal; one that cannot be understood is put aside and a new one begun.
   *
   * @param tell takes sentences for a librarian
   */
  public Journal(Notebook notebook, Consumer<Sentence> tell) {
    this.notebook = notebook;
    this.tell = tell;
    try {
      notebook.text().ifPresent(this::take);
    } catch (IOException unreadable) {
      unusable(unreadable);
    }
  }

  private void take(String text) {
    try {
      Page page = MAPPER.readValue(text, Page.class);
      if (page.entries() == null || page.lookedUpTo() == null) {
        throw new Hindrance(Sentence.of("it is empty"));
      }
      entries = List.copyOf(page.entries());
      lookedUpTo = page.lookedUpTo();
      written = lookedUpTo;
    } catch (JacksonException | IOException | NullPointerException broken) {
      unusable(broken);
    }
  }

  private void unusable(Exception why) {
    Sentence where;
    try {
      where = Sentence.of("It has been put aside as {0}.", notebook.putAside());
    } catch (IOException stuck) {
      where = Sentence.of("It could not be put aside ({0}).", Reason.of(stuck));
    }
    tell.accept(
        Sentence.of(
            "The programme's journal, {0}, cannot be used ({1}). {2} What was due before now does not"
                + " begin by itself; what comes later does.",
            notebook.name(), reason(why), where));
  }

  private static Sentence reason(Exception why) {
    return why instanceof IOException unreadable
        ? Reason.of(unreadable)
        : Sentence.plain(String.valueOf(why.getMessage()).lines().findFirst().orElse(""));
  }

  /** Every occasion that something became of, oldest first; at most 400. Any thread. */
  public List<Entry> latest() {
    return entries;
  }

  /** Until when the timetable has been looked at; empty for a robot that never has. */
  Optional<Instant> lookedUpTo() {
    return lookedUpTo;
  }

  Optional<Entry> entry(Occasion occasion) {
    return entries.stream().filter(entry -> entry.same(occasion)).findFirst();
  }

  boolean blocks(Occasion occasion) {
    return entries.stream().anyMatch(entry -> entry.blocks(occasion));
  }

  List<Entry> in(Entry.State state) {
    return entries.stream().filter(entry -> entry.state() == state).toList();
  }

  /** Puts an entry in the place of the one of the same occasion, on the disk. */
  void put(Entry entry) {
    List<Entry> changed = new ArrayList<>(entries);
    changed.removeIf(each -> each.plan().equals(entry.plan()) && each.when().equals(entry.when()));
    changed.add(entry);
    entries = List.copyOf(changed.subList(Math.max(0, changed.size() - MOST), changed.size()));
    write();
  }

  /** Forgets entries, on the disk, too. */
  void drop(Predicate<Entry> gone) {
    List<Entry> left = entries.stream().filter(gone.negate()).toList();
    if (left.size() < entries.size()) {
      entries = left;
      write();
    }
  }

  /** The timetable has been looked at until now; written down now and then. */
  void looked(Instant now) {
    lookedUpTo = Optional.of(now);
    boolean due =
        written.map(at -> Duration.between(at, now).abs().compareTo(SELDOM) >= 0).orElse(true);
    if (due) {
      write();
    }
  }

  private void write() {
    try {
      notebook.write(MAPPER.writeValueAsString(new Page(lookedUpTo, entries)));
      written = lookedUpTo;
      troubled = false;
    } catch (IOException refused) {
      if (!troubled) {
        troubled = true;
        tell.accept(
            Sentence.of(
                "The programme's journal, {0}, cannot be written ({1}). The programme goes on; if the"
                    + " plug is pulled now, one that is under way may begin again from its start.",
                notebook.name(), Reason.of(refused)));
      }
    }
  }
}
