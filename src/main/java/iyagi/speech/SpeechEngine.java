package iyagi.speech;

import iyagi.words.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns text into timed sound. All methods may be called from any thread; engines load when first
 * needed.
 */
public interface SpeechEngine extends AutoCloseable {
  /**
   * Name and version; a change means that everything spoken before must be spoken again. Loads
   * nothing.
   */
  String version();

  /**
   * Whether this engine speaks a language, and if not, why not in words for a librarian. Loads
   * nothing.
   */
  Support supports(Locale language);

  /**
   * Speaks one phrase.
   *
   * @throws SpeechFault if the phrase cannot be spoken; the engine stays usable
   */
  Utterance speak(Phrase phrase);

  /**
   * How a text would be pronounced, word by word.
   *
   * @param pronunciations as in a phrase
   * @throws SpeechFault if the text cannot be analysed
   */
  List<Pronunciation> pronounce(Locale language, String text, Map<String, String> pronunciations);

  /** Gives back what the engine holds. */
  @Override
  void close();

  /** Whether a language can be spoken. */
  sealed interface Support {
    /** It can. */
    record Spoken() implements Support {}

    /**
     * It cannot.
     *
     * @param reason for a librarian, in any language: what is missing and what to do
     */
    record Silent(Sentence reason) implements Support {}
  }

  /**
   * A word and the phones it is spoken with.
   *
   * @param word as spoken, after numbers and the like were turned into words
   * @param phones separated by spaces, syllables by " - ", stress as "'"; empty when the word is
   *     not spoken
   */
  record Pronunciation(String word, String phones) {}
}
