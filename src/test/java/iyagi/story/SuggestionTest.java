package iyagi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestionTest {
  private static final List<String> NAMES =
      List.of("nod", "look_up", "stretch", "whispering", "yellow", "토끼", "곰");

  @ParameterizedTest
  @CsvSource({
    "nodd, nod",
    "NOD, nod",
    "ndo, nod",
    "no, nod",
    "look up, look_up",
    "lookup, look_up",
    "loop upp, look_up",
    "strech, stretch",
    "whispernig, whispering",
    "yelow, yellow",
    "토기, 토끼",
  })
  void findsWhatWasMeant(String written, String meant) {
    assertEquals(Optional.of(meant), Suggestion.nearest(written, NAMES));
  }

  @ParameterizedTest
  @CsvSource({"x", "clap", "stre", "whisper", "''", "rat"})
  void staysSilentWhenNothingIsNear(String written) {
    assertEquals(Optional.empty(), Suggestion.nearest(written, NAMES));
  }

  /** The examples of Damerau and of the usual descriptions of the distance. */
  @ParameterizedTest
  @CsvSource({"kitten, sitting, 3", "ca, ac, 1", "abc, '', 3", "bear, bear, 0", "ca, abc, 3"})
  void countsWhatToChange(String a, String b, int distance) {
    assertEquals(distance, Suggestion.distance(a, b));
  }

  @Test
  void choosesTheNearest() {
    assertEquals(
        Optional.of("bell"), Suggestion.nearest("belll", List.of("bells", "bell", "tell")));
  }

  @Test
  void endsAMessage() {
    assertEquals("; did you mean 'nod'?", Suggestion.ending("nodd", NAMES));
    assertEquals("", Suggestion.ending("clap", NAMES));
    assertEquals(
        "; there is nod, wave", Suggestion.orAll("clap", List.of("wave", "nod")).toString());
  }
}
