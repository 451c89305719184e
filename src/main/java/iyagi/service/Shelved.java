package iyagi.service;

import iyagi.input.CardId;
import iyagi.input.PrintedCard;
import iyagi.library.Edition;
import iyagi.report.Outgoing;
import iyagi.report.StoryName;
import iyagi.session.Note;
import iyagi.session.Title;
import iyagi.story.ReadResult;
import iyagi.story.Story;
import iyagi.story.StoryReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.tinylog.Logger;

/** The robot's stories as the library is told of them. */
public final class Shelved {
  private Shelved() {}

  /** What is going to be read, for its session. */
  public static Title title(Edition edition, Story story) {
    return new Title(
        story.id(),
        story.language().toLanguageTag(),
        hash(edition),
        story.title(),
        story.ages().map(a -> a.from() + "-" + a.to()).orElse(""),
        story.pages().size());
  }

  private static String hash(Edition edition) {
    try {
      return edition.sha256();
    } catch (IOException e) {
      Logger.debug(e, "an edition without a hash can be read all the same");
      return "";
    }
  }

  /** Every story that can be read without a mistake. */
  public static Outgoing.Inventory inventory(Desk desk) {
    List<Outgoing.Shelved> stories = new ArrayList<>();
    StringBuilder all = new StringBuilder();
    StoryReader reader = new StoryReader(Names.vocabulary());
    for (Edition edition : desk.library().editions()) {
      if (reader.read(edition.file()) instanceof ReadResult.Read(Story story, _)) {
        Title title = title(edition, story);
        stories.add(
            new Outgoing.Shelved(title.story(), title.language(), title.edition(), title.pages()));
        all.append(title.story()).append(' ').append(title.language());
        all.append(' ').append(title.edition()).append('\n');
      }
    }
    return new Outgoing.Inventory(sha256(all.toString()), stories);
  }

  /** What the library should know of a shelf that has changed. */
  static List<Note> changes(Outgoing.Inventory before, Outgoing.Inventory now) {
    List<Note> notes = new ArrayList<>();
    for (Outgoing.Shelved story : before.stories()) {
      if (now.stories().stream().noneMatch(s -> same(s, story))) {
        notes.add(new Note.Removed(story.id(), story.lang()));
      }
    }
    for (Outgoing.Shelved story : now.stories()) {
      if (!before.stories().contains(story)) {
        notes.add(new Note.Installed(story.id(), story.lang(), story.edition()));
      }
    }
    return notes;
  }

  private static boolean same(Outgoing.Shelved one, Outgoing.Shelved other) {
    return one.id().equals(other.id()) && one.lang().equals(other.lang());
  }

  /**
   * A story's name on this robot, for the words of a server that knows it from the inventory.
   *
   * @param id as the inventory has it: a hash where the folder's name is not for strangers
   * @param language as the inventory has it, though the file's name may say nothing of it; null for
   *     any
   */
  static Optional<String> words(
      List<Edition> editions, Outgoing.Inventory inventory, String id, String language) {
    return editions.stream()
        .filter(e -> StoryName.of(e.id()).equals(id))
        .filter(e -> language == null || speaks(e, inventory, language))
        .map(e -> language == null ? e.id() : e.name())
        .findFirst();
  }

  /** The printed card of a story in a language; the same on every robot that has it. */
  public static CardId card(String id, String language) {
    return PrintedCard.of(StoryName.of(id), language);
  }

  /** The name on this robot of the story that a printed card means. */
  static Optional<String> printed(
      List<Edition> editions, Outgoing.Inventory inventory, CardId card) {
    return inventory.stories().stream()
        .filter(s -> PrintedCard.of(s.id(), s.lang()).equals(card))
        .findFirst()
        .flatMap(s -> words(editions, inventory, s.id(), s.lang()));
  }

  private static boolean speaks(Edition edition, Outgoing.Inventory inventory, String language) {
    return edition.language().isEmpty()
        ? inventory.stories().stream()
            .anyMatch(s -> s.id().equals(StoryName.of(edition.id())) && s.lang().equals(language))
        : edition.language().equals(language);
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
