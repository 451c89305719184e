package iyagi.input;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A button, by what it is for. */
public enum Button {
  /** Starts a story; during one, reads the page again. */
  START,
  /** Goes to the next page. */
  NEXT,
  /** Halts: silence and limp servos at once. */
  STOP,
  /** The left one of the two big buttons for a choice. */
  LEFT,
  /** The right one of the two. */
  RIGHT,
  /** For the grown-up beside the children. */
  GROWN_UP,
  /** A little louder. */
  VOLUME_UP,
  /** A little softer. */
  VOLUME_DOWN;

  private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** As it is written in a robot's profile: "grown-up". */
  public String key() {
    return key;
  }

  /** The button of a key, if there is one. */
  public static Optional<Button> of(String key) {
    return Arrays.stream(values()).filter(b -> b.key.equals(key)).findFirst();
  }
}
