package iyagi.light.sim;

import iyagi.light.Colour;
import iyagi.light.LampFault;
import iyagi.light.Lamps;
import iyagi.words.Sentence;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Lamps that exist in memory only. One thread writes; {@link #shown()}, {@link #unplug()} and
 * {@link #plug()} may be called by any.
 */
public final class SimLamps implements Lamps {
  /** How many lights are remembered: ten seconds at 50 Hz. */
  public static final int REMEMBERED = 500;

  private final Deque<Colour> told = new ArrayDeque<>();
  private volatile Colour shown = Colour.DARK;
  private volatile boolean unplugged;
  private boolean closed;

  @Override
  public Sentence name() {
    return Sentence.of("simulated lamps");
  }

  @Override
  public void show(Colour colour) {
    if (unplugged || closed) {
      throw new LampFault(
          Sentence.of(
              "simulated lamps: {0}; plug them in again",
              Sentence.of(closed ? "closed" : "unplugged")),
          null);
    }
    if (told.size() == REMEMBERED) {
      told.removeFirst();
    }
    told.addLast(colour);
    shown = colour;
  }

  /** The light now. */
  public Colour shown() {
    return shown;
  }

  /** The last lights, oldest first. The writing thread. */
  public List<Colour> told() {
    return List.copyOf(told);
  }

  /** Dark, and from now on nothing answers. */
  public void unplug() {
    unplugged = true;
    shown = Colour.DARK;
  }

  /** Answers again. */
  public void plug() {
    unplugged = false;
  }

  @Override
  public void close() {
    closed = true;
    shown = Colour.DARK;
  }
}
