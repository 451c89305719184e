package iyagi.speech.mary;

/** What is handed to MaryTTS, one at a time: a word to say, or a mark between words. */
sealed interface Token {
  /**
   * A word.
   *
   * @param text in letters, as MaryTTS looks it up
   * @param word which of the written words it comes from, from 0
   * @param phones how to say it, or "" to look it up
   */
  record Spoken(String text, int word, String phones) implements Token {}

  /**
   * A mark between words.
   *
   * @param sign one of , . ? !
   */
  record Mark(char sign) implements Token {
    /** Whether a sentence ends here. */
    boolean ends() {
      return sign != ',';
    }
  }
}
