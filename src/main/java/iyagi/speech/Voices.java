package iyagi.speech;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The characters that this robot can play, all made from one voice. */
public final class Voices {
  /** Who reads: slow enough for toddlers, at most 124 words a minute of story. */
  public static final Voice NARRATOR = new Voice("narrator", 1, 1, 0, 0.7, 1.2, 0, 0);

  private static final Map<String, Voice> BY_NAME = new LinkedHashMap<>();

  static {
    add(NARRATOR);
  }

  private Voices() {}

  private static void add(Voice voice) {
    BY_NAME.put(voice.name(), voice);
  }

  /** The voice of that name. */
  public static Optional<Voice> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** Every name, the narrator first. */
  public static Set<String> names() {
    return java.util.Collections.unmodifiableSet(BY_NAME.keySet());
  }
}
