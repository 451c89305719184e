package iyagi.score;

import iyagi.light.Colour;
import iyagi.motion.Joint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A web page that plays a rendered story: a drawn robot moves in time with its sound, with
 * captions.
 */
public final class Preview {
  /** Poses a second; the browser draws between them. */
  private static final int RATE = 25;

  private Preview() {}

  /**
   * The page, complete and without anything from elsewhere but the sound beside it.
   *
   * @param sound name of the sound file in the same folder
   * @throws IOException if the page's frame is missing from this program
   */
  public static String html(Score score, String sound) throws IOException {
    return frame()
        .replace("@LANGUAGE@", Markup.escaped(score.language().toLanguageTag()))
        .replace("@TITLE@", Markup.escaped(score.title()))
        .replace("@BYLINE@", Markup.escaped(score.byline()))
        .replace("@SOUND@", Markup.escaped(sound))
        .replace("@RATE@", Integer.toString(RATE))
        .replace("@LINES@", lines(score))
        .replace("@POSES@", poses(score));
  }

  private static String frame() throws IOException {
    try (InputStream in = Preview.class.getResourceAsStream("preview.html")) {
      if (in == null) {
        throw new IOException("preview.html is missing from this program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** [start, end, role, text, page] of each line. */
  private static String lines(Score score) {
    StringBuilder out = new StringBuilder("[");
    for (Placed placed : Placed.inOrder(score)) {
      for (Cue cue : placed.passage().cues()) {
        if (cue instanceof Cue.Speak speak) {
          double at = placed.start() + speak.at().toNanos() / 1e9;
          out.append(out.length() > 1 ? "," : "")
              .append(
                  String.format(
                      Locale.ROOT,
                      "[%.2f,%.2f,%s,%s,%d]",
                      at,
                      at + speak.length().toNanos() / 1e9,
                      quoted(speak.role()),
                      quoted(speak.text()),
                      placed.passage().page()));
        }
      }
    }
    return out.append("]").toString();
  }

  /**
   * Of each moment the angles of all joints in their order, then red, green and blue in percent.
   */
  private static String poses(Score score) {
    List<Placed> placed = Placed.inOrder(score);
    int count = (int) Math.ceil(score.length().toNanos() / 1e9 * RATE);
    StringBuilder out = new StringBuilder("[");
    for (int i = 0; i < count; i++) {
      double t = i / (double) RATE;
      out.append(i > 0 ? ",[" : "[");
      for (Joint joint : Joint.values()) {
        out.append(Math.round(Choreography.degrees(placed, t, joint) * 10) / 10.0).append(',');
      }
      Colour light = Choreography.light(placed, t);
      out.append(percent(light.red())).append(',').append(percent(light.green())).append(',');
      out.append(percent(light.blue())).append(']');
    }
    return out.append("]").toString();
  }

  private static long percent(double part) {
    return Math.round(100 * part);
  }

  /** A JavaScript string that also may stand inside a script element. */
  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' '
          || c == '"'
          || c == '\\'
          || c == '<'
          || c == '>'
          || c == '&'
          || c == '\u2028'
          || c == '\u2029') {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
