package iyagi.story;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One thing after the other on a page. */
public sealed interface Step {
  /**
   * What is spoken in one breath: a sentence, or a part of one between two pauses.
   *
   * @param role who speaks, as the author names them; "" is the narrator
   * @param voice the name of the voice: "bear"
   * @param mood the name of the mood: "whispering"; "neutral" where none is given
   * @param rate against the voice's own pace, 0.5 to 2
   * @param text without directions; never blank
   * @param paragraphEnd whether a paragraph ends here, which wants a longer breath
   * @param marks directions that run along, in order of their place in the text
   * @param pronunciations word in lower case → how it is said instead
   * @param source the line of the file it begins at, from 1
   */
  record Line(
      String role,
      String voice,
      String mood,
      double rate,
      String text,
      boolean paragraphEnd,
      List<Mark> marks,
      Map<String, String> pronunciations,
      int source)
      implements Step {
    /** Copies its collections. */
    public Line {
      marks = List.copyOf(marks);
      pronunciations = Map.copyOf(pronunciations);
    }
  }

  /** Silence that the author asked for. */
  record Pause(Duration length) implements Step {}

  /** A direction that is waited for: <code>{clap!}</code>. */
  record Act(Direction direction) implements Step {}

  /**
   * Dialogic reading: ask, wait, hint, wait again, expand.
   *
   * @param ask what is asked, at least one line
   * @param patience how long the children have to answer
   * @param hint spoken after the wait, and waited after again; may be empty
   * @param say the answer, expanded; may be empty
   */
  record Question(List<Line> ask, Duration patience, List<Line> hint, List<Line> say)
      implements Step {
    /** Copies its lines. */
    public Question {
      ask = List.copyOf(ask);
      hint = List.copyOf(hint);
      say = List.copyOf(say);
    }
  }

  /**
   * Two big buttons: where does the story go on?
   *
   * @param left page number for the left button
   * @param right page number for the right button
   * @param after how long the robot waits
   * @param otherwise page number when nobody presses
   */
  record Choice(int left, int right, Duration after, int otherwise) implements Step {}

  /** A prompt for the grown-ups: shown, not spoken. */
  record GrownUps(String text) implements Step {}

  /**
   * A direction at a place of a line.
   *
   * @param offset of the character in the line's text that it belongs to, 0 to the text's length
   * @param pinned whether a gesture's stroke lands on the word at the offset; else the gesture
   *     begins there
   * @param direction what happens
   */
  record Mark(int offset, boolean pinned, Direction direction) {}
}
