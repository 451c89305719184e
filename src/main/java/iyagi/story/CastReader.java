package iyagi.story;

import iyagi.words.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads who speaks in a story. */
final class CastReader {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][^:：(){}\\n]{0,39}");
  private final Vocabulary vocabulary;
  private final Problems problems;

  CastReader(Vocabulary vocabulary, Problems problems) {
    this.vocabulary = vocabulary;
    this.problems = problems;
  }

  void read(Yaml.Mapping mapping, Cast cast) {
    for (Yaml.Entry entry : mapping.entries()) {
      if (!NAME.matcher(entry.key()).matches()) {
        problems.error(
            entry.place(),
            "'{0}' is no name; it begins with a letter and has at most 40 letters",
            entry.key());
      } else if (cast.named(entry.key()).isPresent()) {
        problems.error(entry.place(), "'{0}' stands twice in the cast", entry.key());
      } else {
        cast.add(role(entry));
      }
    }
  }

  private Role role(Yaml.Entry entry) {
    String voice = Role.NARRATOR.voice();
    double rate = 1;
    switch (entry.value()) {
      case Yaml.Scalar scalar -> voice = voice(scalar);
      case Yaml.Mapping(_, List<Yaml.Entry> entries) -> {
        for (Yaml.Entry part : entries) {
          switch (part.key()) {
            case "voice" -> voice = voice(part.value());
            case "rate" -> rate = rate(part.value());
            default ->
                problems.error(
                    part.place(),
                    "unknown '{0}' for '{1}'{2}",
                    part.key(),
                    entry.key(),
                    Suggestion.orAll(part.key(), List.of("voice", "rate")));
          }
        }
      }
      case Yaml.Sequence(Place place, _) ->
          problems.error(place, "write for example  {0}: {voice: bear}", entry.key());
    }
    return new Role(entry.key(), voice, rate);
  }

  private String voice(Yaml value) {
    if (value instanceof Yaml.Scalar(Place place, String text)) {
      Optional<String> found = InstructionReader.find(text, vocabulary.voices());
      if (found.isEmpty()) {
        Sentence near = Suggestion.orAll(text, vocabulary.voices());
        problems.error(place, "unknown voice '{0}'{1}", text, near);
      }
      return found.orElse(Role.NARRATOR.voice());
    }
    problems.error(value.place(), "a voice is one word, for example bear");
    return Role.NARRATOR.voice();
  }

  private double rate(Yaml value) {
    if (value instanceof Yaml.Scalar(Place place, String text)) {
      return InstructionReader.checkedRate(text, place, problems).orElse(1.0);
    }
    problems.error(value.place(), "a rate is a percentage, for example 90%");
    return 1;
  }
}
