package iyagi.story;

import java.time.Duration;
import java.util.List;

/**
 * How long a text takes to hear. English as story readers speak to toddlers, 110 words a minute;
 * Korean 4.5 syllables a second.
 */
public final class Pace {
  private static final double WORDS_PER_SECOND = 110 / 60.0;
  private static final double SYLLABLES_PER_SECOND = 4.5;

  private Pace() {}

  /** How long a story takes in all, in seconds, without the children's time to answer. */
  public static double seconds(Story story) {
    return story.pages().stream().mapToDouble(page -> seconds(page.steps())).sum();
  }

  static boolean isHangul(char c) {
    return c >= '\uAC00' && c <= '\uD7A3';
  }

  static double seconds(String text) {
    long syllables = text.chars().filter(c -> isHangul((char) c)).count();
    long words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = Character.isLetterOrDigit(c) && !isHangul(c);
      words += letter && !inside ? 1 : 0;
      inside = letter || (inside && (c == '\'' || c == '’'));
    }
    return words / WORDS_PER_SECOND + syllables / SYLLABLES_PER_SECOND;
  }

  /** How long a step takes; a question counts without the children's time to answer. */
  static double seconds(Step step) {
    return switch (step) {
      case Step.Line line -> seconds(line.text()) / line.rate();
      case Step.Pause(Duration length) -> length.toMillis() / 1000.0;
      case Step.Question(var ask, _, var hint, var say) ->
          seconds(ask) + seconds(hint) + seconds(say);
      case Step.Act _ -> 2;
      case Step.Choice _, Step.GrownUps _ -> 0;
    };
  }

  static double seconds(List<? extends Step> steps) {
    return steps.stream().mapToDouble(Pace::seconds).sum();
  }
}
