package iyagi.score;

import iyagi.light.Colour;
import iyagi.motion.Joint;
import iyagi.speech.Word;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Draws a score as SVG, like sheet music: systems of twelve seconds, in each a row for every joint
 * that moves, one for the lamps, and the words under them.
 */
public final class ScoreDrawing {
  private static final double SYSTEM_SECONDS = 12;
  private static final int LEFT = 110;
  private static final int WIDTH = 1320;
  private static final int ROW = 34;
  private static final int HEAD = 26;
  private static final int WORDS = 34;
  private static final int GAP = 22;
  private static final double STEP = 0.02;
  private static final String STYLE =
      """
      text{font-family:"Noto Sans KR","Noto Sans",sans-serif;font-size:13px;fill:#223}
      .title{font-size:22px;font-weight:600}.name{font-size:12px;fill:#556}.gesture{font-size:11px;fill:#7a4a00}
      .page{font-size:11px;fill:#335c99;font-weight:600}.time{font-size:10px;fill:#99a}
      .row{fill:#f6f7fa}.line{fill:none;stroke:#2b5fb3;stroke-width:1.6}.mouth{fill:#d9534f;opacity:.75}
      .band{fill:#ffe3a8;opacity:.75}.rest{stroke:#c5cbd6;stroke-width:.8}.turn{stroke:#335c99;stroke-dasharray:4 3}
      .wait{fill:#e3f3e6}
      """;

  private final List<Placed> placed;
  private final double length;
  private final List<Joint> joints;
  private final boolean lamps;
  private final StringBuilder svg = new StringBuilder();

  private ScoreDrawing(Score score) {
    placed = Placed.inOrder(score);
    length = score.length().toNanos() / 1e9;
    Set<Joint> moving = EnumSet.noneOf(Joint.class);
    boolean glows = false;
    for (Placed each : placed) {
      for (Cue cue : each.passage().cues()) {
        if (cue instanceof Cue.Move move) {
          moving.addAll(move.movement().joints());
        }
        glows |= cue instanceof Cue.Glow;
      }
    }
    joints = List.copyOf(moving);
    lamps = glows;
  }

  /** The drawing, a complete SVG document. */
  public static String svg(Score score) {
    ScoreDrawing drawing = new ScoreDrawing(score);
    drawing.draw(score.title(), score.byline());
    return drawing.svg.toString();
  }

  private int rows() {
    return joints.size() + (lamps ? 1 : 0);
  }

  private int systemHeight() {
    return HEAD + rows() * ROW + WORDS + GAP;
  }

  private void draw(String title, String byline) {
    int systems = (int) Math.ceil(length / SYSTEM_SECONDS);
    int height = 60 + systems * systemHeight();
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">",
        WIDTH, height, WIDTH, height);
    add("<style>%s</style><rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>", STYLE);
    add(
        "<text class=\"title\" x=\"20\" y=\"36\">%s <tspan class=\"name\">%s</tspan></text>",
        Markup.escaped(title), Markup.escaped(byline));
    for (int i = 0; i < systems; i++) {
      system(i * SYSTEM_SECONDS, 60 + i * systemHeight());
    }
    svg.append("</svg>\n");
  }

  private void system(double from, int top) {
    double to = Math.min(length, from + SYSTEM_SECONDS);
    waits(from, to, top);
    for (int i = 0; i < joints.size(); i++) {
      row(joints.get(i), from, to, top + HEAD + i * ROW);
    }
    if (lamps) {
      lamps(from, to, top + HEAD + joints.size() * ROW);
    }
    for (int s = 0; s <= (int) (to - from); s += 2) {
      add(
          "<text class=\"time\" x=\"%.1f\" y=\"%d\">%d s</text>",
          x(from + s, from), top + 10, (int) from + s);
    }
    words(from, to, top);
    pageTurns(from, to, top);
  }

  private void row(Joint joint, double from, double to, int top) {
    add(
        "<rect class=\"row\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>",
        LEFT, top + 2, WIDTH - LEFT - 20, ROW - 4);
    add("<text class=\"name\" x=\"20\" y=\"%d\">%s</text>", top + 21, joint.key());
    bands(joint, from, to, top);
    add(
        "<line class=\"rest\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
        LEFT, WIDTH - 20, y(joint, 0, top), y(joint, 0, top));
    StringBuilder points = new StringBuilder();
    for (double t = from; t <= to; t += STEP) {
      double degrees = Choreography.degrees(placed, t, joint);
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(t, from), y(joint, degrees, top)));
    }
    if (joint == Joint.MOUTH) {
      add(
          "<polygon class=\"mouth\" points=\"%.1f,%.1f %s%.1f,%.1f\"/>",
          x(from, from), y(joint, 0, top), points, x(to, from), y(joint, 0, top));
    } else {
      add("<polyline class=\"line\" points=\"%s\"/>", points);
    }
  }

  /** Where the author's gestures act on this joint. */
  private void bands(Joint joint, double from, double to, int top) {
    for (Placed each : placed) {
      for (Cue cue : each.passage().cues()) {
        if (cue instanceof Cue.Move move
            && move.layer() == Cue.Layer.GESTURE
            && move.movement().joints().contains(joint)) {
          double start = Math.max(from, each.start() + seconds(move.at()));
          double end = Math.min(to, each.start() + seconds(move.at()) + seconds(move.length()));
          if (end > start) {
            add(
                "<rect class=\"band\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
                x(start, from), top + 2, x(end, from) - x(start, from), ROW - 4);
            add(
                "<text class=\"gesture\" x=\"%.1f\" y=\"%d\">%s</text>",
                x(start, from) + 3, top + 13, move.name().replace('_', ' '));
          }
        }
      }
    }
  }

  private void lamps(double from, double to, int top) {
    add("<text class=\"name\" x=\"20\" y=\"%d\">lamps</text>", top + 21);
    for (double t = from; t < to; t += 0.1) {
      Colour colour = Choreography.light(placed, t);
      if (colour.red() + colour.green() + colour.blue() > 0.01) {
        add(
            "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"rgb(%d,%d,%d)\" opacity=\"%.2f\"/>",
            x(t, from),
            top + 4,
            x(t + 0.1, from) - x(t, from) + 0.5,
            ROW - 8,
            byteOf(colour.red(), colour),
            byteOf(colour.green(), colour),
            byteOf(colour.blue(), colour),
            brightest(colour));
      }
    }
  }

  private void words(double from, double to, int top) {
    double free = 0;
    for (Placed each : placed) {
      for (Cue cue : each.passage().cues()) {
        if (cue instanceof Cue.Speak speak) {
          for (Word word : speak.words()) {
            double at = each.start() + seconds(speak.at()) + seconds(word.start());
            if (at >= from && at < to) {
              double x = x(at, from);
              boolean crowded = x < free;
              String text = speak.text().substring(word.from(), word.to());
              add(
                  "<text x=\"%.1f\" y=\"%d\">%s</text>",
                  x, top + HEAD + rows() * ROW + (crowded ? 30 : 15), Markup.escaped(text));
              free = crowded ? 0 : x + 7.4 * text.length() + 4;
            }
          }
        }
      }
    }
  }

  private void waits(double from, double to, int top) {
    for (Placed each : placed) {
      double start = Math.max(from, each.start());
      double end = Math.min(to, each.start() + seconds(each.passage().length()));
      String waits =
          switch (each.passage().kind()) {
            case Passage.Kind.Patience _, Passage.Kind.Choosing _ -> "children answer";
            case Passage.Kind.PageTurn _ -> "the page is turned";
            case Passage.Kind.Speech _, Passage.Kind.Silence _ -> "";
          };
      if (!waits.isEmpty() && end > start) {
        int bottom = top + HEAD + rows() * ROW;
        add(
            "<rect class=\"wait\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
            x(start, from), top + 14, x(end, from) - x(start, from), bottom + 20 - top - 14);
        add(
            "<text class=\"page\" x=\"%.1f\" y=\"%d\">%s</text>",
            x(start, from) + 4, bottom + 15, waits);
      }
    }
  }

  private void pageTurns(double from, double to, int top) {
    int page = -1;
    for (Placed each : placed) {
      if (each.passage().page() != page) {
        page = each.passage().page();
        if (each.start() >= from && each.start() < to) {
          double x = x(each.start(), from);
          add(
              "<line class=\"turn\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>",
              x, x, top + 14, top + HEAD + rows() * ROW + WORDS);
          add(
              "<text class=\"page\" x=\"%.1f\" y=\"%d\">%s</text>",
              x + 3, top + 22, page == 0 ? "title" : "page " + page);
        }
      }
    }
  }

  private static double x(double seconds, double from) {
    return LEFT + (seconds - from) / SYSTEM_SECONDS * (WIDTH - LEFT - 20);
  }

  private static double y(Joint joint, double degrees, int top) {
    return top + ROW - 4 - (degrees - joint.low()) / (joint.high() - joint.low()) * (ROW - 8);
  }

  private static double brightest(Colour colour) {
    return Math.max(colour.red(), Math.max(colour.green(), colour.blue()));
  }

  private static int byteOf(double part, Colour colour) {
    return (int) Math.round(255 * part / brightest(colour));
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  // The annotation that this check wants would be a library of its own.
  @SuppressWarnings("AnnotateFormatMethod")
  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
