package iyagi.service;

import iyagi.audio.AudioSink;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Opens one sound device, again and again the same one: where none was named, the first that was
 * opened is kept to. Else a robot whose loudspeaker is pulled out would go on through a television.
 * One thread.
 */
final class NamedSound implements Supplier<AudioSink> {
  private final Function<String, AudioSink> opener;
  private String words;

  /**
   * A device that is not open yet.
   *
   * @param words of its name; "" for the first one
   */
  NamedSound(String words, Function<String, AudioSink> opener) {
    this.words = words;
    this.opener = opener;
  }

  @Override
  public AudioSink get() {
    AudioSink sink = opener.apply(words);
    words = words.isEmpty() ? lasting(sink.name().toString()) : words;
    return sink;
  }

  /**
   * "USB" of "USB [plughw:1,0]": the number of an ALSA card may be another one when it comes back.
   */
  private static String lasting(String name) {
    int place = name.indexOf(" [");
    return place > 0 ? name.substring(0, place) : name;
  }
}
