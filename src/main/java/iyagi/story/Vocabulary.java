package iyagi.story;

import java.util.Set;

/**
 * The names that directions may use. Gestures use underscores ("look_up"); an author may write a
 * space.
 *
 * @param gestures "nod", "look_up" …
 * @param voices "narrator", "bear" …
 * @param moods "whispering" …
 * @param colours "yellow" …
 * @param sounds built into the robot; a story's own sounds are added by its reader
 */
public record Vocabulary(
    Set<String> gestures,
    Set<String> voices,
    Set<String> moods,
    Set<String> colours,
    Set<String> sounds) {
  /** Copies the sets. */
  public Vocabulary {
    gestures = Set.copyOf(gestures);
    voices = Set.copyOf(voices);
    moods = Set.copyOf(moods);
    colours = Set.copyOf(colours);
    sounds = Set.copyOf(sounds);
  }
}
