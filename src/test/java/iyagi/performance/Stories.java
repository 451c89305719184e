package iyagi.performance;

import iyagi.audio.Pcm;
import iyagi.score.Cue;
import iyagi.score.Passage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stories made by hand: passages of whole seconds. */
final class Stories implements PassageSource {
  private final List<Passage> passages = new ArrayList<>();
  private final Set<Integer> unready = new HashSet<>();
  boolean broken;

  Stories say(int page, String text, int millis) {
    Duration length = Duration.ofMillis(millis);
    Cue speak = new Cue.Speak(Duration.ZERO, "", text, text, length, List.of(), List.of());
    return add(page, new Passage.Kind.Speech(), millis, speak);
  }

  Stories think(int page, int millis) {
    return add(page, new Passage.Kind.Patience(), millis);
  }

  /** With half a second of sound. */
  Stories turn(int page, int millis) {
    Duration half = Duration.ofMillis(500);
    return add(
        page, new Passage.Kind.PageTurn(), millis, new Cue.Sound(Duration.ZERO, half, "chime", 1));
  }

  @Override
  public boolean turnedByHand(int page) {
    return passages.stream()
        .anyMatch(p -> p.page() == page && p.kind() instanceof Passage.Kind.PageTurn);
  }

  Stories choose(int page, int millis, int left, int right, int otherwise) {
    return add(page, new Passage.Kind.Choosing(left, right, otherwise), millis);
  }

  Stories add(int page, Passage.Kind kind, int millis, Cue... cues) {
    passages.add(
        new Passage(passages.size(), page, kind, Duration.ofMillis(millis), List.of(cues)));
    return this;
  }

  void hide(int passage) {
    unready.add(passage);
  }

  void show(int passage) {
    unready.remove(passage);
  }

  @Override
  public String title() {
    return "A story";
  }

  @Override
  public int count() {
    return passages.size();
  }

  @Override
  public int page(int passage) {
    return passages.get(passage).page();
  }

  @Override
  public Optional<Passage> passage(int number) {
    return unready.contains(number) ? Optional.empty() : Optional.of(passages.get(number));
  }

  @Override
  public Pcm speech(String clip) throws IOException {
    if (broken) {
      throw new IOException("its file has been removed");
    }
    float[] samples = new float[48 * 500];
    Arrays.fill(samples, 0.25f);
    return new Pcm(Pcm.RATE_HZ, samples);
  }

  @Override
  public Pcm sound(String name) throws IOException {
    return speech(name);
  }
}
