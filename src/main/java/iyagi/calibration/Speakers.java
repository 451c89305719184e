package iyagi.calibration;

import iyagi.audio.AudioFault;
import iyagi.audio.AudioSink;
import iyagi.audio.Mixer;
import iyagi.performance.Metronome;
import iyagi.time.NanoClock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.tinylog.Logger;

/**
 * The robot's loudspeaker, opened when it is first needed. One thread asks for it; {@link
 * #seconds()} may be asked by any.
 */
public final class Speakers implements AutoCloseable, DoubleSupplier {
  private static final Duration STEP = Duration.ofMillis(8);

  private record Open(Speaker speaker, Metronome feeding) {}

  private final Supplier<AudioSink> sink;
  private final double ceilingDb;
  private final NanoClock clock;
  private volatile Optional<Open> open = Optional.empty();
  private volatile Optional<AudioFault> lost = Optional.empty();

  /**
   * Closed still.
   *
   * @param sink opens the device, or throws {@link AudioFault}
   * @param ceilingDb no sample is louder, -60 to 0 dB of full scale
   */
  public Speakers(Supplier<AudioSink> sink, double ceilingDb, NanoClock clock) {
    this.sink = sink;
    this.ceilingDb = ceilingDb;
    this.clock = clock;
  }

  /**
   * The loudspeaker.
   *
   * @throws AudioFault if there is none, or it is gone
   */
  public Speaker speaker() {
    if (lost.isPresent()) {
      AudioFault fault = lost.get();
      close();
      lost = Optional.empty();
      throw fault;
    }
    if (open.isEmpty()) {
      Speaker speaker = new Speaker(sink.get(), new Mixer(ceilingDb));
      open =
          Optional.of(
              new Open(
                  speaker, new Metronome("calibration sound", STEP, clock, () -> feed(speaker))));
    }
    return open.get().speaker();
  }

  private void feed(Speaker speaker) {
    try {
      if (lost.isEmpty()) {
        speaker.feed();
      }
    } catch (AudioFault fault) {
      Logger.debug(fault, "the sound device is gone");
      lost = Optional.of(fault);
    }
  }

  /** Seconds of the sound that have been heard; NaN while there is none. */
  public double seconds() {
    return open.map(now -> now.speaker().seconds()).orElse(Double.NaN);
  }

  @Override
  public double getAsDouble() {
    return seconds();
  }

  @Override
  public void close() {
    open.ifPresent(
        now -> {
          now.feeding().close();
          now.speaker().close();
        });
    open = Optional.empty();
  }
}
