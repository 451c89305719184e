package iyagi.performance;

import iyagi.audio.Pcm;
import iyagi.score.Passage;
import java.io.IOException;
import java.util.Optional;

/** The passages of one story, which may still be in the making. Any thread; nothing here waits. */
public interface PassageSource {
  /** Title of the story. */
  String title();

  /** How many passages the story has, at least one. */
  int count();

  /** The page that a passage belongs to. */
  int page(int passage);

  /** Whether a page of a printed book is turned by hand at the end of this one. */
  default boolean turnedByHand(int page) {
    return false;
  }

  /**
   * The passage, or nothing while it is being prepared; asking for it moves it to the front of that
   * work.
   */
  Optional<Passage> passage(int number);

  /**
   * A spoken clip.
   *
   * @throws IOException if it cannot be read
   */
  Pcm speech(String clip) throws IOException;

  /**
   * A sound by name.
   *
   * @throws IOException if it cannot be read
   */
  Pcm sound(String name) throws IOException;
}
