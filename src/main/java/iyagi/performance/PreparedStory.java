package iyagi.performance;

import iyagi.audio.Pcm;
import iyagi.prepared.Preparer;
import iyagi.prepared.Preparer.Outcome;
import iyagi.score.Beat;
import iyagi.score.Composer;
import iyagi.score.Cue;
import iyagi.score.Passage;
import iyagi.words.Hindrance;
import iyagi.words.Sentence;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * A story whose speech is, or is being, prepared; composed passage by passage as they are asked
 * for.
 */
public final class PreparedStory implements PassageSource {
  /** No movement lasts longer than that many passages. */
  private static final int LAST = 4;

  private final String title;
  private final List<Beat> beats;
  private final Preparer preparer;
  private final Supplier<Composer> composer;
  private final Map<String, Pcm> sounds;
  private final AtomicReferenceArray<Passage> composed;

  /**
   * A story ready to be started.
   *
   * @param composer asked for each passage, so that the manner may change while a story is read
   * @param sounds every sound that its directions name, at 48 kHz
   */
  public PreparedStory(
      String title,
      List<Beat> beats,
      Preparer preparer,
      Supplier<Composer> composer,
      Map<String, Pcm> sounds) {
    this.title = title;
    this.beats = List.copyOf(beats);
    this.preparer = preparer;
    this.composer = composer;
    this.sounds = Map.copyOf(sounds);
    composed = new AtomicReferenceArray<>(beats.size());
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public int count() {
    return beats.size();
  }

  @Override
  public int page(int passage) {
    return beats.get(passage).page();
  }

  @Override
  public boolean turnedByHand(int page) {
    return beats.stream().anyMatch(beat -> beat instanceof Beat.TurnPage && beat.page() == page);
  }

  @Override
  public Optional<Passage> passage(int number) {
    Passage ready = composed.get(number);
    if (ready == null) {
      ready = compose(number);
      composed.set(number, ready);
    }
    return Optional.ofNullable(ready);
  }

  private Passage compose(int number) {
    if (number == beats.size() - 1 && beats.get(number) instanceof Beat.Rest rest) {
      Duration end = rest.length().plus(runsOn(number));
      return composer.get().compose(number, new Beat.Rest(rest.page(), rest.breath(), end));
    }
    if (!(beats.get(number) instanceof Beat.Say say)) {
      return composer.get().compose(number, beats.get(number));
    }
    Optional<Outcome> outcome = preparer.outcome(number);
    if (outcome.isEmpty()) {
      preparer.want(number);
      return null;
    }
    return switch (outcome.get()) {
      case Outcome.Ready ready -> composer.get().compose(number, say, ready.spoken());
      case Outcome.Failed _ ->
          composer.get().compose(number, say, Composer.Spoken.nothing(say.phrase()));
    };
  }

  /** How long the last movements run on behind their passages: a story ends after them. */
  private Duration runsOn(int end) {
    Duration longest = Duration.ZERO;
    Duration since = Duration.ZERO;
    for (int i = end - 1; i >= 0 && i > end - LAST && composed.get(i) != null; i--) {
      Passage before = composed.get(i);
      for (Cue cue : before.cues()) {
        Duration over = cue.at().plus(cue.length()).minus(before.length()).minus(since);
        longest = cue instanceof Cue.Move && over.compareTo(longest) > 0 ? over : longest;
      }
      since = since.plus(before.length());
    }
    return longest;
  }

  @Override
  public Pcm speech(String clip) throws IOException {
    return preparer.sound(clip);
  }

  @Override
  public Pcm sound(String name) throws IOException {
    Pcm sound = sounds.get(name);
    if (sound == null) {
      throw new Hindrance(Sentence.of("there is no sound '{0}'", name));
    }
    return sound;
  }
}
