package iyagi.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a programme consists of, in order.
 *
 * @param hello a story file that greets; "hello" is built in; empty for no greeting
 * @param items 1 to 20
 * @param goodbye a story file that says goodbye; "goodbye" is built in; empty for none
 */
public record Arc(Optional<String> hello, List<Item> items, Optional<String> goodbye) {
  private static final int MOST_ITEMS = 20;

  /** Checks and copies the items. */
  public Arc {
    hello.ifPresent(name -> Checks.name("hello", name));
    goodbye.ifPresent(name -> Checks.name("goodbye", name));
    items = List.copyOf(items);
    if (items.isEmpty() || items.size() > MOST_ITEMS) {
      throw Checks.wrong("items has {0} entries; 1 to {1} are allowed", items.size(), MOST_ITEMS);
    }
  }

  /** With the built-in hello and goodbye around it. */
  public static Arc usual(List<Item> items) {
    return new Arc(Optional.of(Part.HELLO), items, Optional.of(Part.GOODBYE));
  }

  /** How many things happen, hello and goodbye included. */
  public int size() {
    return (hello.isPresent() ? 1 : 0) + items.size() + (goodbye.isPresent() ? 1 : 0);
  }

  /** Where the goodbye stands among all that happens; behind the end where there is none. */
  int goodbyeAt() {
    return (hello.isPresent() ? 1 : 0) + items.size();
  }

  /** Everything as items, with hello and goodbye as words that are only spoken. */
  List<Item> all() {
    List<Item> all = new ArrayList<>();
    hello.ifPresent(name -> all.add(new Item.Stretch(name)));
    all.addAll(items);
    goodbye.ifPresent(name -> all.add(new Item.Stretch(name)));
    return all;
  }
}
