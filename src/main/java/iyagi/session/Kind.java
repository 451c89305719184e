package iyagi.session;

/** Who asked for a reading. */
public enum Kind {
  /** The library's programme: a group, at a set time. */
  PROGRAMME,
  /** Somebody with a card or a button. */
  FREE;

  /** As reports and files write it. */
  public String word() {
    return this == PROGRAMME ? "programme" : "free";
  }

  /** The kind of that word; free where it is none. */
  public static Kind of(String word) {
    return word.equals("programme") ? PROGRAMME : FREE;
  }
}
