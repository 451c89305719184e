package iyagi.story;

import iyagi.story.Instruction.Pace;
import iyagi.story.Instruction.Say;
import iyagi.story.Instruction.Show;
import iyagi.story.Instruction.Silence;
import iyagi.story.Instruction.Speak;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands between braces. */
final class InstructionReader {
  /** Silence where the author gives no length. */
  static final Duration PAUSE = Duration.ofMillis(500);

  /** The longest silence; children wander off after it. */
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private static final String QUOTE = "[\"“”„'‘’«»「」]";
  private static final Pattern PIN =
      Pattern.compile(
          "(.*?)\\s+on\\s*" + QUOTE + "(.*)" + QUOTE, Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern UNQUOTED =
      Pattern.compile("(.+?) on (.+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern SAY =
      Pattern.compile(
          "say\\s*" + QUOTE + "(.*?)" + QUOTE + "\\s*as\\s*" + QUOTE + "(.*)" + QUOTE,
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Set<String> VERBS = Set.of("pause", "glow", "sound", "voice", "rate", "say");

  private final Vocabulary vocabulary;
  private final Problems problems;

  InstructionReader(Vocabulary vocabulary, Problems problems) {
    this.vocabulary = vocabulary;
    this.problems = problems;
  }

  /** The instruction, or nothing after its problem was reported. */
  Optional<Instruction> read(String inside, Place place) {
    String text = inside.strip().replaceAll("\\s+", " ");
    if (text.isEmpty() || text.equals("!")) {
      return wrong(place, "there is nothing between these braces; write a direction or drop them");
    }
    if (word(text).startsWith("say ") || word(text).equals("say")) {
      return say(text, place);
    }
    boolean waited = text.endsWith("!");
    String body = waited ? text.substring(0, text.length() - 1).strip() : text;
    Matcher pinned = PIN.matcher(body);
    boolean pin = pinned.matches();
    String name = word(pin ? pinned.group(1) : body);
    String on = pin ? pinned.group(2).strip() : "";
    if (pin && on.isEmpty()) {
      return wrong(place, "'{0}' names no word between the quotation marks", name);
    }
    if (pin && waited) {
      return wrong(
          place, "'{0}' either lands on a word or is waited for; drop the '!' or the word", name);
    }
    return named(name, waited, on, place);
  }

  private Optional<Instruction> named(String name, boolean waited, String on, Place place) {
    int space = name.indexOf(' ');
    String verb = space < 0 ? name : name.substring(0, space);
    String rest = space < 0 ? "" : name.substring(space + 1);
    boolean show = !VERBS.contains(verb) || verb.equals("glow") || verb.equals("sound");
    if (!show && (waited || !on.isEmpty())) {
      return wrong(place, "'{0}' cannot be pinned to a word or waited for", verb);
    }
    return switch (verb) {
      case "pause" -> pause(rest, place);
      case "voice" -> oneOf(Sentence.of("voice"), rest, vocabulary.voices(), place).map(Speak::new);
      case "rate" -> rate(rest, place);
      case "glow" ->
          oneOf(Sentence.of("colour"), rest, vocabulary.colours(), place)
              .map(colour -> new Show(new Direction.Glow(colour), waited, on));
      case "sound" -> sound(rest, place).map(sound -> new Show(sound, waited, on));
      default -> gesture(name, place).map(g -> new Show(new Direction.Gesture(g), waited, on));
    };
  }

  private Optional<Instruction> pause(String rest, Place place) {
    Optional<Duration> length = rest.isEmpty() ? Optional.of(PAUSE) : Quantities.duration(rest);
    if (length.isEmpty()) {
      return wrong(place, "pause '{0}' is no length of time; write for example {pause 1s}", rest);
    }
    if (length.get().compareTo(LONGEST_PAUSE) > 0 || length.get().isZero()) {
      String found = Quantities.seconds(length.get());
      return wrong(place, "pause {0} is outside 0.001..10 s", found);
    }
    return length.map(Silence::new);
  }

  private Optional<Instruction> rate(String rest, Place place) {
    return checkedRate(rest, place, problems).map(Pace::new);
  }

  /** A rate within the range that a voice can do. */
  static Optional<Double> checkedRate(String text, Place place, Problems problems) {
    Optional<Double> rate = Quantities.rate(text);
    if (rate.isEmpty()) {
      problems.error(place, "rate '{0}' is no percentage; write for example 90%", text);
    } else if (rate.get() < 0.5 || rate.get() > 2) {
      problems.error(place, "rate {0} is outside 50..200 %", text.strip());
      return Optional.empty();
    }
    return rate;
  }

  private Optional<Direction> sound(String rest, Place place) {
    boolean softly = rest.endsWith(" softly");
    String name = softly ? rest.substring(0, rest.length() - " softly".length()) : rest;
    return oneOf(Sentence.of("sound"), name, vocabulary.sounds(), place)
        .map(found -> new Direction.Sound(found, softly));
  }

  private Optional<Instruction> say(String text, Place place) {
    Matcher say = SAY.matcher(text);
    if (!say.matches() || say.group(1).isBlank() || say.group(2).isBlank()) {
      return wrong(place, "write how a word is said like this: {say \"Seoul\" as \"soul\"}");
    }
    String word = say.group(1).strip();
    if (word.contains(" ")) {
      return wrong(place, "'say' takes one word at a time, not '{0}'", word);
    }
    return Optional.of(new Say(word.toLowerCase(Locale.ROOT), say.group(2).strip()));
  }

  private Optional<String> gesture(String name, Place place) {
    Optional<String> found = find(name, vocabulary.gestures());
    Matcher bare = UNQUOTED.matcher(name);
    if (found.isEmpty()
        && bare.matches()
        && find(bare.group(1), vocabulary.gestures()).isPresent()) {
      problems.error(
          place,
          "write the word in quotation marks: {{0} on \"{1}\"}",
          bare.group(1),
          bare.group(2));
    } else if (found.isEmpty()) {
      Set<String> all = new TreeSet<>(VERBS);
      vocabulary.gestures().forEach(g -> all.add(g.replace('_', ' ')));
      String first = name.split(" ", 2)[0];
      boolean verb = Suggestion.nearest(name, all).isEmpty();
      Sentence near = verb ? Suggestion.orAll(first, all) : Suggestion.hint(name, all);
      problems.error(place, "unknown direction '{0}'{1}", name, near);
    }
    return found;
  }

  private Optional<String> oneOf(Sentence kind, String name, Set<String> names, Place place) {
    if (name.isEmpty()) {
      problems.error(place, "no {0} is named; there is {1}", kind, Suggestion.all(names));
      return Optional.empty();
    }
    Optional<String> found = find(name, names);
    if (found.isEmpty()) {
      Sentence near = Suggestion.orAll(name, names);
      problems.error(place, "unknown {0} '{1}'{2}", kind, name, near);
    }
    return found;
  }

  /** The name as the vocabulary writes it. */
  static Optional<String> find(String name, Set<String> names) {
    return names.stream().filter(n -> key(n).equals(key(name))).findFirst();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ').strip();
  }

  private static String word(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[ _]+", " ").strip();
  }

  private Optional<Instruction> wrong(Place place, String text, Object... parts) {
    problems.error(place, text, parts);
    return Optional.empty();
  }
}
