package iyagi.doctor;

import iyagi.words.Sentence;
import java.util.Arrays;
import java.util.List;

/**
 * What was found of one part.
 *
 * @param key of its sentence in {@link Words}: "disk.full"
 * @param args fill the sentence's places, in order; names, numbers with their unit, and sentences
 */
public record Finding(Part part, Verdict verdict, String key, List<Object> args) {
  /** Copies the arguments. */
  public Finding {
    args = List.copyOf(args);
  }

  static Finding of(Part part, Verdict verdict, String key, Object... args) {
    return new Finding(
        part, verdict, part.word() + "." + key, Arrays.stream(args).map(Finding::plain).toList());
  }

  /** Whatever is no sentence is the same in every language. */
  private static Object plain(Object arg) {
    return arg instanceof Sentence ? arg : String.valueOf(arg);
  }
}
