package iyagi.motion;

import iyagi.words.Sentence;
import java.util.concurrent.locks.ReentrantLock;
import org.tinylog.Logger;

/**
 * Servos behind their safety line. Pulses leave the robot only after a pose has reached the board,
 * and no longer when the board is lost, every servo has been let go, or anybody has {@link #cut}
 * them. One thread writes; any thread may cut.
 *
 * <p>A cut holds until the writing thread knows that every servo is limp: it lets go of them
 * itself, or its next pose is not sent but answered with {@link ServosCut}. So no servo is powered
 * again but softly.
 */
public final class GuardedServoBus implements ServoBus {
  private final ServoBus bus;
  private final OutputGate gate;
  private final ReentrantLock busLock = new ReentrantLock();
  private final Object gateLock = new Object();

  // Guarded by gateLock: a line that is lifted by one thread while another shuts it must end shut.
  private Sentence cut = Sentence.NOTHING;
  private boolean lifted;

  /**
   * Servos that are limp.
   *
   * @param bus of this robot
   * @param gate shut now, and used by nobody else
   */
  public GuardedServoBus(ServoBus bus, OutputGate gate) {
    this.bus = bus;
    this.gate = gate;
  }

  @Override
  public Sentence name() {
    return bus.name();
  }

  /**
   * Sends a whole pose at once, and then lets pulses out.
   *
   * @throws ServosCut if they have been cut since the last pose; nothing is sent
   */
  @Override
  public void write(double[] pulses) {
    boolean sent = false;
    busLock.lock();
    try {
      answerCut();
      bus.write(pulses);
      lift();
      sent = true;
    } finally {
      busLock.unlock();
      if (!sent) {
        shutQuietly();
      }
    }
  }

  private void answerCut() {
    Sentence why;
    synchronized (gateLock) {
      why = cut;
      cut = Sentence.NOTHING;
    }
    if (!why.isEmpty()) {
      bus.release();
      throw new ServosCut(why);
    }
  }

  private void lift() {
    synchronized (gateLock) {
      if (cut.isEmpty() && !lifted) {
        liftOrLetGo();
      }
    }
  }

  /** A board whose line cannot be lifted would go on pulsing if that line were not wired at all. */
  private void liftOrLetGo() {
    boolean done = false;
    try {
      gate.lift();
      lifted = true;
      done = true;
    } finally {
      if (!done) {
        bus.release();
      }
    }
  }

  /** Shuts the line first: a board that does not answer can take a second to say so. */
  @Override
  public void release() {
    ServoFault noLine = shut();
    busLock.lock();
    try {
      bus.release();
    } finally {
      busLock.unlock();
    }
    if (noLine != null) {
      throw noLine;
    }
    synchronized (gateLock) {
      cut = Sentence.NOTHING;
    }
  }

  /**
   * Lets no pulse out from now on, and lets every servo go if the board is not being written to.
   * Does not wait for the writing thread. Any thread.
   *
   * @param why for the log and for whoever moves them
   * @return whether pulses may have been let out until now
   */
  public boolean cut(Sentence why) {
    boolean first;
    boolean live;
    synchronized (gateLock) {
      first = cut.isEmpty();
      cut = why;
      live = lifted || !gate.wired();
    }
    shutQuietly();
    if (first && busLock.tryLock()) {
      try {
        bus.release();
      } catch (ServoFault lost) {
        Logger.debug(lost, "the servos could not be let go over their bus");
      } finally {
        busLock.unlock();
      }
    }
    return first && live;
  }

  private void shutQuietly() {
    ServoFault fault = shut();
    if (fault != null) {
      Logger.error(fault, "the safety line could not be shut");
    }
  }

  /** The fault, or null. */
  private ServoFault shut() {
    synchronized (gateLock) {
      try {
        gate.shut();
        lifted = false;
        return null;
      } catch (ServoFault fault) {
        return fault;
      }
    }
  }

  /** The line first, then the board. May be called twice. */
  @Override
  public void close() {
    shutQuietly();
    busLock.lock();
    try {
      bus.close();
    } finally {
      busLock.unlock();
      synchronized (gateLock) {
        gate.close();
      }
    }
  }
}
