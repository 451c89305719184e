package iyagi.score;

import iyagi.speech.Phrase;
import iyagi.story.Direction;
import iyagi.story.Step;
import java.time.Duration;
import java.util.List;

/** What a passage will be made from, before its speech has been made. */
public sealed interface Beat {
  /** The page it belongs to, from 1; 0 is the title. */
  int page();

  /** The shortest silence before it, given what came before. */
  Duration breath();

  /**
   * Something to say.
   *
   * @param role who, as the author names them; "" is the narrator
   * @param phrase what and how
   * @param marks directions along it
   * @param source line of the story file, from 1
   */
  record Say(
      int page, Duration breath, String role, Phrase phrase, List<Step.Mark> marks, int source)
      implements Beat {
    /** Copies the marks. */
    public Say {
      marks = List.copyOf(marks);
    }
  }

  /** A pause that the author asked for. */
  record Rest(int page, Duration breath, Duration length) implements Beat {}

  /** A direction that is waited for. */
  record Act(int page, Duration breath, Direction direction) implements Beat {}

  /** Time to think about a question. */
  record Think(int page, Duration breath, Duration length) implements Beat {}

  /** The page of the printed book is over: a chime, a look down, and time to turn it. */
  record TurnPage(int page, Duration breath, Duration length) implements Beat {
    /** The sound that says so. */
    public static final Direction.Sound CHIME = new Direction.Sound("chime", true);
  }

  /** Time to press one of two buttons. */
  record Choose(int page, Duration breath, Duration length, int left, int right, int otherwise)
      implements Beat {}
}
