package iyagi.app;

import com.microsoft.playwright.Locator;

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
  record Mouse() implements Hand {
    @Override
    public void press(Locator what) {
      what.click();
    }

    @Override
    public void write(Locator field, String text) {
      field.click();
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

  /** A finger. */
  record Finger() implements Hand {
    @Override
    public void press(Locator what) {
      what.tap();
    }

    @Override
    public void write(Locator field, String text) {
      field.tap();
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
