package iyagi.service;

import iyagi.audio.Pcm;
import iyagi.speech.Phrase;
import iyagi.speech.SpeechFault;
import iyagi.speech.Utterance;
import iyagi.words.Sentence;
import java.util.Optional;

/** Words that somebody tries out: spoken once, heard in a browser, kept nowhere. Any thread. */
public final class Trials {
  private final Desk desk;
  private final Turns turns;

  /** Trials with the engine of that desk. */
  public Trials(Desk desk, Turns turns) {
    this.desk = desk;
    this.turns = turns;
  }

  /** What became of a trial. */
  public sealed interface Trial {
    /** To be heard. */
    record Heard(Pcm sound) implements Trial {}

    /** It cannot be spoken. */
    record Unspeakable(Sentence reason) implements Trial {}

    /** Not now. */
    record Not(Audition.Wait why) implements Trial {}
  }

  /**
   * Speaks a phrase, which takes up to seconds.
   *
   * @throws InterruptedException if this thread is to end
   */
  public Trial hear(Phrase phrase) throws InterruptedException {
    Optional<Audition.Wait> wait = turns.take();
    if (wait.isPresent()) {
      return new Trial.Not(wait.get());
    }
    try {
      return spoken(phrase);
    } finally {
      turns.giveBack();
    }
  }

  private Trial spoken(Phrase phrase) {
    try {
      Utterance utterance = desk.engine().speak(phrase);
      return utterance.phones().isEmpty()
          ? new Trial.Unspeakable(Sentence.joined(" ", utterance.unspoken()))
          : new Trial.Heard(utterance.sound());
    } catch (SpeechFault fault) {
      return new Trial.Unspeakable(fault.sentence());
    }
  }
}
