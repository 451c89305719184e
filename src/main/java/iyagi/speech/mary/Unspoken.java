package iyagi.speech.mary;

import iyagi.words.Reason;
import iyagi.words.Sentence;

/** What of a text is not spoken, or not as it is written, in words for its author. */
final class Unspoken {
  private Unspoken() {}

  static Sentence markUp(String written) {
    return Sentence.of("the mark-up '{0}' is not spoken", shown(written));
  }

  static Sentence mailAddress(String written) {
    return Sentence.of("'{0}' is read as \"an e-mail address\"", shown(written));
  }

  static Sentence webAddress(String written) {
    return Sentence.of("'{0}' is read as \"a web address\"", shown(written));
  }

  static Sentence foreign(String written) {
    return Sentence.of("'{0}' is not written in English letters; it is not spoken", shown(written));
  }

  static Sentence soundless(String written) {
    return Sentence.of("'{0}' has no sound; it is not spoken", shown(written));
  }

  static Sentence unknown(String word) {
    return Sentence.of("'{0}' has no pronunciation; it is not spoken", shown(word));
  }

  static Sentence failed(String text, MaryFault why) {
    return Sentence.of("'{0}' cannot be spoken ({1})", shown(text), Reason.told(why));
  }

  static Sentence notAnalysed(String text, MaryFault why) {
    return Sentence.of("'{0}' cannot be analysed ({1})", shown(text), Reason.told(why));
  }

  private static String shown(String text) {
    return EnglishText.shown(text);
  }
}
