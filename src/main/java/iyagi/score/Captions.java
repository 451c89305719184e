package iyagi.score;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A score's spoken lines as WebVTT captions (W3C Candidate Recommendation, 4 April 2019). */
public final class Captions {
  private Captions() {}

  /** The captions; who speaks is named where it is not the narrator. */
  public static String webVtt(Score score) {
    StringBuilder text = new StringBuilder("WEBVTT\n\n");
    text.append("NOTE ").append(escaped(score.title()));
    text.append(score.byline().isEmpty() ? "" : ", " + escaped(score.byline())).append("\n\n");
    List<Duration> starts = score.starts();
    for (int i = 0; i < starts.size(); i++) {
      for (Cue cue : score.passages().get(i).cues()) {
        if (cue instanceof Cue.Speak speak) {
          Duration at = starts.get(i).plus(speak.at());
          text.append(time(at)).append(" --> ").append(time(at.plus(speak.length()))).append('\n');
          text.append(speak.role().isEmpty() ? "" : "<v " + escaped(speak.role()) + ">");
          text.append(escaped(speak.text())).append("\n\n");
        }
      }
    }
    return text.toString();
  }

  private static String time(Duration time) {
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d.%03d",
        time.toHours(),
        time.toMinutesPart(),
        time.toSecondsPart(),
        time.toMillisPart());
  }

  /**
   * WebVTT knows no quotation marks among its escapes, and a note or caption ends at an empty line.
   */
  private static String escaped(String text) {
    return Markup.escaped(text).replace("&quot;", "\"").replaceAll("\\s+", " ");
  }
}
