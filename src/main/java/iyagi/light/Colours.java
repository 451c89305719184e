package iyagi.light;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The colours that a story may name. Parts are shares of a lamp's light, mixed by eye for red,
 * green and blue LEDs of equal brightness, and all a little below full.
 */
public final class Colours {
  private static final Map<String, Colour> NAMED = new LinkedHashMap<>();

  static {
    NAMED.put("yellow", new Colour(0.9, 0.6, 0));
    NAMED.put("orange", new Colour(0.9, 0.3, 0));
    NAMED.put("red", new Colour(0.8, 0, 0));
    NAMED.put("green", new Colour(0, 0.7, 0.05));
    NAMED.put("blue", new Colour(0, 0.1, 0.8));
    NAMED.put("purple", new Colour(0.45, 0, 0.7));
    NAMED.put("pink", new Colour(0.9, 0.2, 0.4));
    NAMED.put("white", new Colour(0.8, 0.8, 0.8));
    NAMED.put("warm", new Colour(0.9, 0.5, 0.15));
  }

  private Colours() {}

  /** The colour of that name, in lower case. */
  public static Optional<Colour> named(String name) {
    return Optional.ofNullable(NAMED.get(name));
  }

  /** All names. */
  public static Set<String> names() {
    return Collections.unmodifiableSet(NAMED.keySet());
  }
}
