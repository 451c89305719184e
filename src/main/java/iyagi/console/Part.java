package iyagi.console;

/**
 * One page of the console, or one feature without a page of its own. A page NAME has four things:
 * its part in the list in {@link Console}, {@code pages/NAME.html} (what stands between the frame's
 * tags), {@code assets/NAME.js} and {@code assets/NAME.css} beside it in the resources, and its
 * words in {@code words/NAME.en.json} and {@code words/NAME.ko.json}, which {@link Words} lists.
 */
interface Part {
  /** Says what it answers, once, before the first request. */
  void routes(Door door);

  /**
   * What stands in the navigation; "" for a part without a page there. Its address is that name.
   */
  default String page() {
    return "";
  }
}
