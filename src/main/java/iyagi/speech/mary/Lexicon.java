package iyagi.speech.mary;

import java.util.Optional;

/** What is known of the pronunciation of words. */
interface Lexicon {
  /** Whether a word is listed; others are guessed from their letters. */
  boolean knows(String word);

  /** The phones of any word in letters, guessed if need be; empty where that fails. */
  Optional<String> phones(String word);
}
