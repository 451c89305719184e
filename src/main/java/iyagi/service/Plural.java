package iyagi.service;

/** Counts in English. */
public final class Plural {
  private Plural() {}

  /** "1 mistake", "3 mistakes". */
  public static String of(long count, String one) {
    return of(count, one, one + "s");
  }

  /** "1 story", "3 stories". */
  public static String of(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
