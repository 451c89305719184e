package iyagi.speech.mary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Noises that stand in stories as words: MaryTTS would spell them letter by letter. */
final class Noises {
  /** In any length: "shhhh", "brrrrr". */
  private static final List<Map.Entry<Pattern, String>> PHONES =
      List.of(
          noise("s+h+", "' S @ S"),
          noise("b+r{2,}", "' b r="),
          noise("g+r{2,}", "' g r="),
          noise("z{2,}", "' z @ z"),
          noise("h+m{1,}|m+h*m+|m{2,}", "' h V m"),
          noise("p+s+t+", "' p @ s t"),
          noise("t+s+k+", "' t @ s k"),
          noise("p+f+t*", "' p @ f t"),
          noise("a+h{2,}|a{2,}h*", "' A"),
          noise("o+h{2,}", "' @U"),
          noise("o{3,}h*|oo+h+", "' u"),
          noise("e{2,}k+", "' i k"),
          noise("u+g+h+", "' V g"),
          noise("u+h+", "' V"),
          noise("w+h+e{2,}", "' w i"),
          noise("y+a+y+|y+a{2,}y*", "' j EI"),
          noise("n+o{3,}", "' n @U"),
          noise("m+o{2,}", "' m u"),
          noise("b+a{2,}", "' b {"),
          noise("v+r+o{2,}m+", "' v r u m"),
          noise("h+r+r*m*ph+", "' h V m f"),
          noise("hmph+", "' h V m f"));

  private Noises() {}

  private static Map.Entry<Pattern, String> noise(String pattern, String phones) {
    return Map.entry(Pattern.compile(pattern), phones);
  }

  /** How a noise is made, or nothing where the word is none. */
  static Optional<String> phones(String lower) {
    return PHONES.stream()
        .filter(noise -> noise.getKey().matcher(lower).matches())
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
