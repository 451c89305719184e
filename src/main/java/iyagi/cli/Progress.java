package iyagi.cli;

import iyagi.service.Headway;
import java.io.PrintWriter;

/**
 * Shows how far long work has come: a bar on a terminal, now and then a plain line elsewhere. Any
 * thread.
 */
final class Progress implements Headway {
  private static final int WIDTH = 30;

  private final PrintWriter out;
  private final boolean terminal;
  private final String what;
  private int total;
  private int done;
  private int told;

  /** Shows nothing before {@link #begin}. */
  Progress(PrintWriter out, boolean terminal, String what) {
    this.out = out;
    this.terminal = terminal;
    this.what = what;
  }

  @Override
  public synchronized void begin(int steps) {
    total = steps;
    done = 0;
    told = 0;
  }

  @Override
  public synchronized void step() {
    done++;
    int percent = total == 0 ? 100 : done * 100 / total;
    if (terminal) {
      int full = percent * WIDTH / 100;
      out.print(
          "\r" + what + " [" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + percent + " %");
      out.flush();
    } else if (percent - told >= 25 || done == total) {
      told = percent;
      out.println(what + ": " + done + " of " + total + " lines");
      out.flush();
    }
  }

  @Override
  public synchronized void interrupt() {
    if (terminal && done > 0) {
      out.println();
      out.flush();
    }
  }

  @Override
  public synchronized void end() {
    interrupt();
  }
}
