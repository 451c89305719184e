package iyagi.speech.mary;

import iyagi.words.Sentence;
import java.util.List;

/**
 * A text made ready for MaryTTS.
 *
 * @param words as written, with their places
 * @param sentences what is spoken; empty where nothing is
 * @param unspoken what was left out or said in another way, for the author
 */
record Speakable(List<Written> words, List<SpokenSentence> sentences, List<Sentence> unspoken) {
  Speakable {
    words = List.copyOf(words);
    sentences = List.copyOf(sentences);
    unspoken = List.copyOf(unspoken);
  }
}
