package iyagi.collect;

import iyagi.report.Spoken;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Tells people each trouble once, until things have been well for a while. One thread. */
final class Told {
  /** More different troubles than anybody reads. */
  private static final int MOST = 10_000;

  private final Consumer<String> tell;
  private final Set<String> said = new HashSet<>();

  Told(Consumer<String> tell) {
    this.tell = tell;
  }

  /** A sentence, once. */
  void once(String sentence) {
    if (said.size() < MOST && said.add(sentence)) {
      tell.accept(sentence);
    }
  }

  /** A sentence, once, though the pause in it is another one each time. */
  void once(String what, String then, Duration pause) {
    if (said.size() < MOST && said.add(what)) {
      tell.accept(what + then + Spoken.time(pause) + ".");
    }
  }

  /** All is well. */
  void forget() {
    said.clear();
  }
}
