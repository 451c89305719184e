package iyagi.program;

import iyagi.session.SessionRecorder;
import java.util.Optional;

/** One thing that a storyteller is asked for. */
public sealed interface Part {
  /** The built-in greeting. */
  String HELLO = "hello";

  /** The built-in goodbye. */
  String GOODBYE = "goodbye";

  /** The built-in movement break. */
  String STRETCH = "stretch";

  /** The built-in chime and sentence some minutes before. */
  String ANNOUNCEMENT = "announcement";

  /**
   * What is asked for to carry out an item; a story from its beginning, as a session of its own.
   */
  static Part of(Item item, String language) {
    return switch (item) {
      case Item.Story(String name) -> whole(name, language);
      case Item.Song(String name) -> whole(name, language);
      case Item.Stretch(String name) -> new Words(name, language);
      case Item.Question question -> new Asking(question, language);
    };
  }

  private static Part whole(String name, String language) {
    return new Reading(name, language, SessionRecorder.newId(), 1, Optional.empty());
  }

  /** By which people know it. */
  default String title() {
    return switch (this) {
      case Words(String name, _) -> name;
      case Saying(_, String text, _) -> text;
      case Asking(Item.Question question, _) -> question.ask();
      case Reading reading -> reading.name();
    };
  }

  /** Of which language the built-in sentences are, and a story that is named without one. */
  String language();

  /**
   * A few sentences that are not remembered as a session.
   *
   * @param name of a story file on the shelf, else of a built-in one
   */
  record Words(String name, String language) implements Part {}

  /**
   * A library's own words, that are not remembered as a session.
   *
   * @param at in place of what they are said
   * @param text as {@link OwnWords} has it
   */
  record Saying(At at, String text, String language) implements Part {
    /** Where own words may be said. */
    public enum At {
      HELLO,
      GOODBYE,
      ANNOUNCEMENT
    }
  }

  /** A question that is not remembered as a session. */
  record Asking(Item.Question question, String language) implements Part {}

  /**
   * A story.
   *
   * @param name as a person names it
   * @param session the id that its session will have
   * @param page to begin with, from 1
   * @param goesOn the session before it in the same programme, if there is one
   */
  record Reading(String name, String language, String session, int page, Optional<String> goesOn)
      implements Part {}
}
