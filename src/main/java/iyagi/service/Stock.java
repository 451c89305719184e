package iyagi.service;

import iyagi.input.CardId;
import iyagi.input.PrintedCard;
import iyagi.library.Edition;
import iyagi.report.Outgoing;
import iyagi.session.Keeping;
import iyagi.speech.SpeechEngine.Support;
import iyagi.story.ReadResult;
import iyagi.story.Story;
import iyagi.story.StoryReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The stories that are here, as the library is told of them, and how far each is prepared. Any
 * thread.
 */
public final class Stock {
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.KOREAN);

  private final Desk desk;
  private final Keeping keeping;
  private final ReentrantLock shelf = new ReentrantLock();
  private volatile Outgoing.Inventory inventory;
  private volatile Runnable changed = () -> {};
  private volatile Supplier<Map<String, Readying.State>> readiness = Map::of;

  Stock(Desk desk, Keeping keeping) {
    this.desk = desk;
    this.keeping = keeping;
    Noting.all(desk);
    inventory = Shelved.inventory(desk);
  }

  /** Has somebody told when stories come or go. */
  public void whenItChanges(Runnable told) {
    changed = told;
  }

  /** Tells it who knows how far every story is prepared. */
  public void preparedBy(Supplier<Map<String, Readying.State>> states) {
    readiness = states;
  }

  /** How far every story is prepared, by the name of its edition. */
  public Map<String, Readying.State> readiness() {
    return readiness.get();
  }

  /** What stands here. */
  public Outgoing.Inventory inventory() {
    return inventory;
  }

  /** Languages that the robot speaks, as tags. */
  public List<String> languages() {
    return LANGUAGES.stream()
        .filter(language -> !(desk.engine().supports(language) instanceof Support.Silent))
        .map(Locale::toLanguageTag)
        .toList();
  }

  /** Stories have come to the shelf or left it: the library is told, and speech is prepared. */
  public void changed() {
    look(true);
  }

  /** Looks whether stories have come or gone without a word, as {@link ShelfWatch} suspects. */
  void look() {
    look(false);
  }

  /** Does not hold up a story that is being started meanwhile. */
  private void look(boolean sure) {
    shelf.lock();
    try {
      Noting.all(desk);
      Outgoing.Inventory before = inventory;
      Outgoing.Inventory now = Shelved.inventory(desk);
      if (sure || !now.equals(before)) {
        inventory = now;
        Shelved.changes(before, now).forEach(keeping::noted);
        changed.run();
      }
    } finally {
      shelf.unlock();
    }
  }

  /** The story of a printed card, as a person names it; empty if it is none or not here. */
  Optional<String> printed(CardId card) {
    return PrintedCard.is(card)
        ? Shelved.printed(desk.library().editions(), inventory, card)
        : Optional.empty();
  }

  /**
   * A story of the library's, as a person names it. Only what stands on this robot's shelves: a
   * path would be a stranger's look at its disk.
   *
   * @param language tag, or null for any
   */
  Optional<String> named(String story, String language) {
    return Shelved.words(desk.library().editions(), inventory, story, language);
  }

  /**
   * The first story that can be read aloud, by a voice or from recordings, as a person names it.
   */
  Optional<String> first() {
    StoryReader reader = new StoryReader(Names.vocabulary());
    return desk.library().editions().stream()
        .filter(edition -> canBeRead(edition, reader))
        .map(Edition::name)
        .findFirst();
  }

  private boolean canBeRead(Edition edition, StoryReader reader) {
    return reader.read(edition.file()) instanceof ReadResult.Read(Story story, _)
        && Narration.silence(desk, edition, story).isEmpty();
  }
}
