package iyagi.calibration;

import iyagi.audio.AudioFault;
import iyagi.audio.Pcm;
import iyagi.words.Sentence;
import java.util.Optional;
import java.util.function.Function;

/** Clicks out of the loudspeaker of the robot in service. */
final class BorrowedClicker implements Clicker {
  private final Function<Pcm, BorrowedSound> loudspeaker;
  private volatile Optional<BorrowedSound> clicks = Optional.empty();

  /**
   * Silent.
   *
   * @param loudspeaker begins to play a sound once
   */
  BorrowedClicker(Function<Pcm, BorrowedSound> loudspeaker) {
    this.loudspeaker = loudspeaker;
  }

  @Override
  public void once(Pcm sound) {
    clicks = Optional.of(loudspeaker.apply(sound));
  }

  @Override
  public void hush() {
    clicks.ifPresent(BorrowedSound::stop);
    clicks = Optional.empty();
  }

  @Override
  public void feed() {
    if (clicks.flatMap(BorrowedSound::ending).isPresent()) {
      clicks = Optional.empty();
      throw new AudioFault(Sentence.of("the loudspeaker was needed for something else"));
    }
  }

  @Override
  public double getAsDouble() {
    return clicks.map(BorrowedSound::seconds).orElse(Double.NaN);
  }
}
