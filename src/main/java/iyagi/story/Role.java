package iyagi.story;

/**
 * Who speaks.
 *
 * @param name as the author writes it; "" is the narrator
 * @param voice by its name in the vocabulary
 * @param rate against the voice's own pace, 0.5 to 2
 */
record Role(String name, String voice, double rate) {
  /** Who reads what nobody else says. */
  static final Role NARRATOR = new Role("", "narrator", 1);
}
