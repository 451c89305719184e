package iyagi.app;

import com.microsoft.playwright.Locator;
import java.util.function.Consumer;

/** With what a librarian works. */
interface Hand {
  /** A button, a link or a tick. */
  void press(Locator what);

  /** Writes into an empty field. */
  void write(Locator field, String text);

  /** Takes away the last but one character of a text whose last one is a bracket. */
  void mend(Locator field, String mended);

  /** Chooses the entry that stands for nothing in a list. */
  void none(Locator list);

  /** A mouse. */
  Hand MOUSE = new Pointer(Locator::click);

  /** A finger. */
  Hand FINGER = new Pointer(Locator::tap);

  /**
   * Whatever points at things.
   *
   * @param touch how it presses what it points at
   */
  record Pointer(Consumer<Locator> touch) implements Hand {
    @Override
    public void press(Locator what) {
      touch.accept(what);
    }

    @Override
    public void write(Locator field, String text) {
      touch.accept(field);
      field.fill(text);
    }

    @Override
    public void mend(Locator field, String mended) {
      field.fill(mended);
    }

    @Override
    public void none(Locator list) {
      list.selectOption("");
    }
  }

  /** A keyboard and nothing else; whoever uses it sees at every step where they are. */
  record Keys() implements Hand {
    private static final int MOST_STEPS = 150;

    private static final String UNSEEN =
        """
        () => {
          const here = document.activeElement, style = getComputedStyle(here), box = here.getBoundingClientRect();
          if (here === document.body) return "";
          const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
          const inside = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
          return ring && inside ? "" : here.outerHTML.slice(0, 150);
        }""";

    @Override
    public void press(Locator what) {
      go(what);
      what.page().keyboard().press(ticks(what) ? "Space" : "Enter");
    }

    private static boolean ticks(Locator what) {
      return "checkbox".equals(what.getAttribute("type"));
    }

    @Override
    public void write(Locator field, String text) {
      go(field);
      field.page().keyboard().type(text);
    }

    @Override
    public void mend(Locator field, String mended) {
      go(field);
      field.page().keyboard().press("ArrowLeft");
      field.page().keyboard().press("Backspace");
    }

    @Override
    public void none(Locator list) {
      go(list);
      for (int step = 0; step < MOST_STEPS && !list.inputValue().isEmpty(); step++) {
        list.page().keyboard().press("ArrowDown");
      }
    }

    /** From tab stop to tab stop, until it is reached. */
    private static void go(Locator what) {
      what.waitFor();
      for (int step = 0; step < MOST_STEPS; step++) {
        Object unseen = what.page().evaluate(UNSEEN);
        if (!unseen.equals("")) {
          throw new AssertionError("where the focus is cannot be seen: " + unseen);
        }
        if ((boolean) what.evaluate("here => here === document.activeElement")) {
          return;
        }
        what.page().keyboard().press("Tab");
      }
      throw new AssertionError("no way leads to " + what);
    }
  }
}
