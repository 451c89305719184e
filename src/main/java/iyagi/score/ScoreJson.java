package iyagi.score;

import iyagi.motion.Keyframes;
import iyagi.speech.Phone;
import iyagi.speech.Word;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a score as JSON, times in seconds from the beginning of the story and angles in degrees.
 */
public final class ScoreJson {
  /** Counts up when a program that reads these files would have to change. */
  public static final int FORMAT = 1;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final JsonGenerator out;

  private ScoreJson(JsonGenerator out) {
    this.out = out;
  }

  /**
   * Writes the score.
   *
   * @throws IOException if the writer fails
   */
  public static void write(Score score, Writer to) throws IOException {
    try (JsonGenerator out = MAPPER.createGenerator(to)) {
      new ScoreJson(out).score(score);
    } catch (JacksonException e) {
      throw e.getCause() instanceof IOException reason
          ? reason
          : new IOException(e.getOriginalMessage(), e);
    }
  }

  private void score(Score score) {
    out.writeStartObject();
    out.writeNumberProperty("format", FORMAT);
    out.writeStringProperty("story", score.story());
    out.writeStringProperty("title", score.title());
    out.writeStringProperty("language", score.language().toLanguageTag());
    out.writeStringProperty("byline", score.byline());
    seconds("length", score.length());
    out.writeArrayPropertyStart("passages");
    List<Duration> starts = score.starts();
    for (int i = 0; i < starts.size(); i++) {
      passage(score.passages().get(i), starts.get(i));
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void passage(Passage passage, Duration start) {
    out.writeStartObject();
    out.writeNumberProperty("number", passage.number());
    out.writeNumberProperty("page", passage.page());
    switch (passage.kind()) {
      case Passage.Kind.Speech _ -> out.writeStringProperty("kind", "speech");
      case Passage.Kind.Silence _ -> out.writeStringProperty("kind", "silence");
      case Passage.Kind.Patience _ -> out.writeStringProperty("kind", "patience");
      case Passage.Kind.PageTurn _ -> out.writeStringProperty("kind", "page-turn");
      case Passage.Kind.Choosing(int left, int right, int otherwise) -> {
        out.writeStringProperty("kind", "choosing");
        out.writeNumberProperty("left", left);
        out.writeNumberProperty("right", right);
        out.writeNumberProperty("otherwise", otherwise);
      }
    }
    seconds("start", start);
    seconds("length", passage.length());
    out.writeArrayPropertyStart("cues");
    for (Cue cue : passage.cues()) {
      out.writeStartObject();
      cue(cue, start.plus(cue.at()));
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void cue(Cue cue, Duration at) {
    seconds("at", at);
    seconds("length", cue.length());
    switch (cue) {
      case Cue.Speak speak -> speak(speak, at);
      case Cue.Sound sound -> {
        out.writeStringProperty("cue", "sound");
        out.writeStringProperty("name", sound.name());
        out.writeNumberProperty("gain", sound.gain());
      }
      case Cue.Move move -> move(move, at);
      case Cue.Glow glow -> {
        out.writeStringProperty("cue", "glow");
        out.writeStringProperty("colour", glow.colour());
      }
    }
  }

  private void speak(Cue.Speak speak, Duration at) {
    out.writeStringProperty("cue", "speak");
    out.writeStringProperty("role", speak.role());
    out.writeStringProperty("text", speak.text());
    out.writeStringProperty("clip", speak.clip());
    out.writeArrayPropertyStart("words");
    for (Word word : speak.words()) {
      timed(
          "word",
          speak.text().substring(word.from(), word.to()),
          at.plus(word.start()),
          at.plus(word.end()));
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayPropertyStart("phones");
    for (Phone phone : speak.phones()) {
      timed("phone", phone.symbol(), at.plus(phone.start()), at.plus(phone.end()));
      out.writeStringProperty("viseme", phone.viseme().name().toLowerCase(Locale.ROOT));
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void timed(String key, String value, Duration start, Duration end) {
    out.writeStartObject();
    out.writeStringProperty(key, value);
    seconds("start", start);
    seconds("end", end);
  }

  private void move(Cue.Move move, Duration at) {
    out.writeStringProperty("cue", "move");
    out.writeStringProperty("layer", move.layer().name().toLowerCase(Locale.ROOT));
    out.writeStringProperty("name", move.name());
    out.writeObjectPropertyStart("joints");
    move.movement()
        .tracks()
        .forEach(
            (joint, knots) -> {
              out.writeArrayPropertyStart(joint.key());
              knots.forEach(knot -> knot(knot, at));
              out.writeEndArray();
            });
    out.writeEndObject();
  }

  private void knot(Keyframes.Knot knot, Duration at) {
    out.writeStartArray();
    out.writeNumber(rounded(at.toNanos() / 1e9 + knot.seconds()));
    out.writeNumber(rounded(knot.degrees()));
    out.writeEndArray();
  }

  private void seconds(String key, Duration time) {
    out.writeNumberProperty(key, rounded(time.toNanos() / 1e9));
  }

  /** To a tenth of a millisecond, or of a thousandth of a degree. */
  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
