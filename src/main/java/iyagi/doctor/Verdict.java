package iyagi.doctor;

import java.util.Locale;

/** How a part is. */
public enum Verdict {
  /** It does what it should. */
  WORKS,
  /** It could not be looked at, or there is nothing to look at. */
  UNSEEN,
  /** It works, but somebody should do something. */
  ATTENTION,
  /** It does not work. */
  BROKEN;

  /** For programs: "works". */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
