package iyagi.doctor;

import java.util.Arrays;
import java.util.List;

/**
 * What was found of one part.
 *
 * @param key of its sentence in {@link Words}: "disk.full"
 * @param args fill the sentence's places, in order; names, numbers with their unit, and reasons as
 *     the part itself gives them
 */
public record Finding(Part part, Verdict verdict, String key, List<String> args) {
  /** Copies the arguments. */
  public Finding {
    args = List.copyOf(args);
  }

  static Finding of(Part part, Verdict verdict, String key, Object... args) {
    return new Finding(
        part, verdict, part.word() + "." + key, Arrays.stream(args).map(String::valueOf).toList());
  }
}
