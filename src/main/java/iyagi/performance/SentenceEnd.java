package iyagi.performance;

import iyagi.score.Cue;
import iyagi.score.Passage;
import java.util.regex.Pattern;

/** Where a sentence is over: an author may have cut it by pauses into several passages. */
final class SentenceEnd {
  private static final Pattern END = Pattern.compile("[.!?…。！？:;][\\p{Pe}\\p{Pf}\"'”’]*\\s*$");

  private SentenceEnd() {}

  /**
   * Whether a sentence is open behind a passage.
   *
   * @param before whether one was open before it
   */
  static boolean open(Passage passage, boolean before) {
    return switch (passage.kind()) {
      case Passage.Kind.Speech _ ->
          passage.cues().stream()
              .filter(Cue.Speak.class::isInstance)
              .map(cue -> ((Cue.Speak) cue).text())
              .reduce((_, last) -> last)
              .map(text -> passage.page() > 0 && !END.matcher(text).find())
              .orElse(before);
      case Passage.Kind.Silence _ -> before;
      case Passage.Kind.Patience _, Passage.Kind.PageTurn _, Passage.Kind.Choosing _ -> false;
    };
  }
}
