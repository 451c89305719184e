package iyagi.story;

import iyagi.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who speaks a paragraph, and what is left of it without the name.
 *
 * @param mood "neutral" where none is given
 */
record Speaker(Role role, String mood, Passage words) {
  private static final Pattern NAME =
      Pattern.compile(
          "\\s*([\\p{L}\\p{N}][^:：(){}\\n\\u2028]{0,39}?)\\s*(?:\\(([^(){}]{1,30})\\))?\\s*[:：]");
  private static final Pattern LEADING = Pattern.compile("\\s*+(?:\\{[^{}]*+}\\s*+)*+");

  /** Cuts a paragraph where a line of the file begins with somebody of the cast. */
  static List<Passage> turns(Passage paragraph, Cast cast) {
    List<Passage> turns = new ArrayList<>();
    int begin = 0;
    int at = 0;
    for (Passage line : paragraph.lines()) {
      if (at > begin && !cast.isEmpty() && namesOneOf(line, cast)) {
        turns.add(paragraph.part(begin, at));
        begin = at;
      }
      at += line.length() + 1;
    }
    turns.add(paragraph.from(begin));
    return turns;
  }

  private static boolean namesOneOf(Passage line, Cast cast) {
    Matcher name = NAME.matcher(line.text());
    return name.lookingAt() && cast.named(name.group(1)).isPresent();
  }

  /** Looks for a name at the start of a paragraph; directions may stand before it. */
  static Speaker of(Passage passage, Cast cast, Vocabulary vocabulary, Problems problems) {
    Matcher leading = LEADING.matcher(passage.text());
    int start = leading.lookingAt() ? leading.end() : 0;
    Matcher name = NAME.matcher(passage.text()).region(start, passage.length());
    if (!name.lookingAt()) {
      return new Speaker(cast.narrator(), "neutral", passage);
    }
    Place place = passage.at(name.start(1));
    Optional<Role> role = cast.named(name.group(1));
    if (role.isEmpty()) {
      reportStranger(name, place, cast, vocabulary, problems);
      return new Speaker(cast.narrator(), "neutral", passage);
    }
    String mood = name.group(2) == null ? "neutral" : name.group(2).strip();
    Optional<String> known = InstructionReader.find(mood, vocabulary.moods());
    if (known.isEmpty() && !mood.equals("neutral")) {
      Sentence near = Suggestion.orAll(mood, vocabulary.moods());
      problems.error(passage.at(name.start(2)), "unknown mood '{0}'{1}", mood, near);
    }
    Passage words = passage.part(0, start).plus(passage.from(name.end()));
    return new Speaker(role.get(), known.orElse("neutral"), words);
  }

  private static void reportStranger(
      Matcher name, Place place, Cast cast, Vocabulary vocabulary, Problems problems) {
    String found = name.group(1);
    Set<String> moods = vocabulary.moods();
    boolean moody =
        name.group(2) != null && InstructionReader.find(name.group(2), moods).isPresent();
    Optional<String> near =
        Character.isLowerCase(found.charAt(0))
            ? Optional.empty()
            : Suggestion.nearest(found, cast.names())
                .filter(n -> Math.min(n.length(), found.length()) > 4 || differsByOne(n, found));
    if (near.isPresent()) {
      problems.error(place, "'{0}' is not in the cast; did you mean '{1}'?", found, near.get());
    } else if (moody) {
      Sentence all =
          cast.isEmpty() ? Sentence.of("the story has no cast") : Suggestion.all(cast.names());
      problems.error(
          place, "'{0}' is not in the cast ({1}); add it to the cast at the top", found, all);
    }
  }

  private static boolean differsByOne(String a, String b) {
    return Suggestion.distance(a, b) <= 1;
  }
}
