package iyagi.speech;

import iyagi.audio.Pcm;
import iyagi.words.Sentence;
import java.util.List;

/**
 * A phrase, spoken: sound with the times of its phones and words, all from one synthesis.
 *
 * @param sound 48 kHz, evened out in loudness, no silence before the first or after the last phone
 * @param phones in order, without gaps, from 0 to the end of the sound; pauses inside are phones
 *     too
 * @param words in order of time, each with its place in the phrase's text
 * @param unspoken what of the text was not spoken and why, for the author; empty when all was
 */
public record Utterance(Pcm sound, List<Phone> phones, List<Word> words, List<Sentence> unspoken) {
  /** Copies its lists. */
  public Utterance {
    phones = List.copyOf(phones);
    words = List.copyOf(words);
    unspoken = List.copyOf(unspoken);
  }
}
