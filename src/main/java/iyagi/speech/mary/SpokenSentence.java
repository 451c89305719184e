package iyagi.speech.mary;

import java.util.List;

/**
 * What MaryTTS speaks in one go.
 *
 * @param tokens begin with a word and hold at least one
 * @param end . ? or !, or a comma where a very long sentence was cut
 */
record SpokenSentence(List<Token> tokens, char end) {
  SpokenSentence {
    tokens = List.copyOf(tokens);
  }
}
