package iyagi.story;

import iyagi.story.Instruction.Pace;
import iyagi.story.Instruction.Say;
import iyagi.story.Instruction.Show;
import iyagi.story.Instruction.Silence;
import iyagi.story.Instruction.Speak;
import iyagi.words.Sentence;
import java.util.ArrayList;
import java.util.List;

/** Makes steps of paragraphs. */
final class ParagraphReader {
  private final Cast cast;
  private final Vocabulary vocabulary;
  private final Problems problems;
  private final Pronunciations pronunciations = new Pronunciations();

  /** Directions that stand alone in their paragraph and run along with the next line. */
  private final List<Direction> waiting = new ArrayList<>();

  ParagraphReader(Cast cast, Vocabulary vocabulary, Problems problems) {
    this.cast = cast;
    this.vocabulary = vocabulary;
    this.problems = problems;
  }

  Pronunciations pronunciations() {
    return pronunciations;
  }

  /** The steps of a paragraph, which may hold several turns of a conversation. */
  List<Step> read(Passage paragraph) {
    List<Step> steps = new ArrayList<>();
    for (Passage turn : Speaker.turns(paragraph, cast)) {
      steps.addAll(turn(turn));
    }
    return steps;
  }

  /** What still waits for a line, when no line comes. */
  List<Step> rest() {
    List<Step> acts = new ArrayList<>();
    waiting.forEach(direction -> acts.add(new Step.Act(direction)));
    waiting.clear();
    return acts;
  }

  private List<Step> turn(Passage passage) {
    Speaker speaker = Speaker.of(passage, cast, vocabulary, problems);
    var instructions = new InstructionReader(vocabulary, problems);
    Script script = Script.of(speaker.words(), instructions, problems);
    for (Script.Placed placed : script.placed()) {
      if (placed.instruction() instanceof Say say) {
        pronunciations.add(say, placed.place(), problems);
      }
    }
    var writer = new LineWriter(script, speaker, pronunciations, passage.start().line());
    waiting.forEach(direction -> writer.mark(0, false, direction));
    waiting.clear();
    for (Cue cue : cues(script)) {
      writer.sentencesUpTo(cue.offset());
      follow(writer, cue);
    }
    List<Step> steps = writer.finished();
    waiting.addAll(writer.leftOver());
    return steps;
  }

  private static void follow(LineWriter writer, Cue cue) {
    int offset = cue.offset();
    switch (cue.instruction()) {
      case Show(Direction direction, boolean waited, String pin) -> {
        if (waited) {
          writer.between(offset, new Step.Act(direction));
        } else {
          writer.mark(offset, !pin.isEmpty(), direction);
        }
      }
      case Silence(var length) -> writer.between(offset, new Step.Pause(length));
      case Speak(String voice) -> writer.voice(offset, voice);
      case Pace(double rate) -> writer.rate(offset, rate);
      case Say _ -> {}
    }
  }

  /** An instruction where it takes effect. */
  private record Cue(int offset, Instruction instruction) {}

  /** In order of the text; those of one place in the author's order. */
  private List<Cue> cues(Script script) {
    List<Cue> cues = new ArrayList<>();
    for (Script.Placed placed : script.placed()) {
      int offset = placed.offset();
      if (placed.instruction() instanceof Show(_, _, String pin) && !pin.isEmpty()) {
        offset = Pins.find(script.text(), pin, placed.offset());
        if (offset < 0) {
          Sentence near = Suggestion.hint(pin, Pins.words(script.text()));
          problems.error(placed.place(), "no word '{0}' in this paragraph{1}", pin, near);
          continue;
        }
      }
      cues.add(new Cue(offset, placed.instruction()));
    }
    cues.sort((a, b) -> Integer.compare(a.offset(), b.offset()));
    return cues;
  }
}
