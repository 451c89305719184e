package iyagi.performance;

import iyagi.audio.AudioFault;
import iyagi.audio.AudioSink;
import iyagi.audio.Mixer;
import iyagi.audio.Pcm;
import iyagi.audio.VolumeCurve;
import iyagi.score.Cue;
import iyagi.score.Passage;
import iyagi.words.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.tinylog.Logger;

/**
 * What is on its way to the loudspeaker, and how much of it has been heard. Belongs to the thread
 * that steps, but for {@link #hush} and {@link #heard}.
 */
final class Feed {
  /** The most that is written at once. */
  static final int BLOCK_FRAMES = Pcm.RATE_HZ / 50;

  /**
   * While the next passage is missing, silence is written in small pieces, so that it can begin at
   * once.
   */
  private static final int WAITING_FRAMES = Pcm.RATE_HZ / 50;

  private final AudioSink sink;
  private final Mixer mixer;
  private final short[] block = new short[BLOCK_FRAMES];
  private long written;

  Feed(AudioSink sink, Mixer mixer) {
    this.sink = sink;
    this.mixer = mixer;
    written = sink.heard();
  }

  /** Frames heard since the sink was opened. Any thread. */
  long heard() {
    return sink.heard();
  }

  /** Frames written, on the same axis; less what was dropped. */
  long written() {
    return written;
  }

  /** Whether all that was written has been heard. */
  boolean isHeardOut() {
    return sink.heard() >= written;
  }

  /** How many frames the sink takes now. */
  int room() {
    return sink.room();
  }

  /**
   * Mixes on and writes that.
   *
   * @param frames up to {@link #BLOCK_FRAMES}
   */
  void write(int frames) {
    mixer.mix(block, frames);
    sink.write(block, 0, frames);
    written += frames;
  }

  /** A small piece of silence to write where nothing is left to be heard; 0 where there is. */
  int pause() {
    boolean runsDry = written - sink.heard() < WAITING_FRAMES && sink.room() >= WAITING_FRAMES;
    return runsDry ? WAITING_FRAMES : 0;
  }

  /**
   * Has the sounds of a passage begin in their time from here on.
   *
   * @param missing told of one that cannot be had
   */
  void queue(Passage passage, PassageSource story, Consumer<PerformanceEvent> missing) {
    for (Cue cue : passage.cues()) {
      try {
        switch (cue) {
          case Cue.Speak speak when !speak.clip().isEmpty() ->
              mixer.start(story.speech(speak.clip()), frames(speak.at()), 1);
          case Cue.Sound sound ->
              mixer.start(story.sound(sound.name()), frames(sound.at()), sound.gain());
          case Cue.Speak _, Cue.Move _, Cue.Glow _ -> {}
        }
      } catch (IOException e) {
        String what =
            switch (cue) {
              case Cue.Speak speak -> speak.text();
              case Cue.Sound sound -> sound.name();
              case Cue.Move _, Cue.Glow _ -> "";
            };
        missing.accept(new PerformanceEvent.SoundMissing(what, Reason.of(e)));
      }
    }
  }

  /** How loud, 0 to 100. */
  void volume(int level) {
    mixer.volume(level);
  }

  /** How loud each level is. */
  void curve(VolumeCurve curve) {
    mixer.curve(curve);
  }

  /** Begins softly. */
  void fadeIn() {
    mixer.fadeIn();
  }

  /** Stands still; nothing is lost. */
  void hold() {
    sink.hold();
  }

  /** Goes on after {@link #hold}. */
  void resume() {
    sink.resume();
  }

  /** Drops what has not been heard. */
  void drop() {
    sink.drop();
    written = sink.heard();
    mixer.clear();
  }

  /** The same where the device may be gone, which is silent, too. */
  void dropIfThere() {
    try {
      sink.drop();
    } catch (AudioFault gone) {
      Logger.debug(gone, "a lost sound device is silent already");
    }
  }

  /** Silence at once. Any thread: the one that steps may be waiting for a slow disk. */
  void hush() {
    try {
      sink.hush();
    } catch (AudioFault gone) {
      Logger.debug(gone, "a lost sound device is silent already");
    }
  }

  /** A time in frames. */
  static long frames(Duration time) {
    return Math.round(time.toNanos() * (Pcm.RATE_HZ / 1e9));
  }
}
