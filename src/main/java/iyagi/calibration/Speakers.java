package iyagi.calibration;

import iyagi.audio.AudioFault;
import iyagi.audio.AudioSink;
import iyagi.audio.Mixer;
import iyagi.audio.Pcm;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The robot's loudspeaker, opened when it is first needed. One thread asks and feeds; {@link
 * #getAsDouble()} may be asked by any.
 */
public final class Speakers implements AutoCloseable, Clicker {
  private static final int LOUDEST = 100;

  private final Supplier<AudioSink> sink;
  private final double ceilingDb;
  private volatile Optional<Speaker> open = Optional.empty();

  /**
   * Closed still.
   *
   * @param sink opens the device, or throws {@link AudioFault}
   * @param ceilingDb no sample is louder, -60 to 0 dB of full scale
   */
  public Speakers(Supplier<AudioSink> sink, double ceilingDb) {
    this.sink = sink;
    this.ceilingDb = ceilingDb;
  }

  /**
   * The loudspeaker.
   *
   * @throws AudioFault if there is none
   */
  Speaker speaker() {
    if (open.isEmpty()) {
      open = Optional.of(new Speaker(sink.get(), new Mixer(ceilingDb)));
    }
    return open.get();
  }

  @Override
  public void once(Pcm sound) {
    speaker().once(sound, LOUDEST);
  }

  @Override
  public void hush() {
    open.ifPresent(Speaker::hush);
  }

  /**
   * One step, at least ten times a second while something is to be heard.
   *
   * @throws AudioFault if the device is gone; it is opened anew when it is needed again
   */
  @Override
  public void feed() {
    boolean fed = false;
    try {
      open.ifPresent(Speaker::feed);
      fed = true;
    } finally {
      if (!fed) {
        close();
      }
    }
  }

  @Override
  public double getAsDouble() {
    return open.map(Speaker::seconds).orElse(Double.NaN);
  }

  @Override
  public void close() {
    open.ifPresent(Speaker::close);
    open = Optional.empty();
  }
}
