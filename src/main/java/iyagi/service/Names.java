package iyagi.service;

import iyagi.audio.Sounds;
import iyagi.light.Colours;
import iyagi.motion.Gestures;
import iyagi.speech.Mood;
import iyagi.speech.Voices;
import iyagi.story.Vocabulary;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The names that this robot understands in a story. */
public final class Names {
  private Names() {}

  /** All of them. */
  public static Vocabulary vocabulary() {
    return new Vocabulary(
        Gestures.names(),
        Voices.names(),
        Arrays.stream(Mood.values()).map(Mood::word).collect(Collectors.toSet()),
        Colours.names(),
        Sounds.names());
  }
}
