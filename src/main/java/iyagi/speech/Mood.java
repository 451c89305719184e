package iyagi.speech;

import java.util.Locale;
import java.util.Optional;

/** How a line is said. */
public enum Mood {
  NEUTRAL,
  WHISPERING,
  SHOUTING,
  HAPPY,
  EXCITED,
  SAD,
  ANGRY,
  SCARED,
  SLEEPY;

  /** As an author writes it: "whispering". */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The mood of that name, in upper or lower case. */
  public static Optional<Mood> named(String word) {
    for (Mood mood : values()) {
      if (mood.word().equalsIgnoreCase(word)) {
        return Optional.of(mood);
      }
    }
    return Optional.empty();
  }
}
