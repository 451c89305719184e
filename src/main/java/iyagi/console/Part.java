package iyagi.console;

/** One page of the console, or one feature without a page of its own. */
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
