package iyagi.performance;

import iyagi.audio.Pcm;
import iyagi.score.Passage;
import iyagi.score.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the listener is: which passages lie where on the axis of the sound that has been heard.
 * Immutable; the player makes a new one when it queues a passage, and any thread may read it.
 *
 * @param placed queued passages, oldest first, in seconds of sound since the sink was opened
 */
record Playhead(List<Placed> placed) {
  static final Playhead NOWHERE = new Playhead(List.of());
  private static final int KEPT = 8;

  /** With one more passage behind the others. */
  Playhead queue(long firstFrame, Passage passage) {
    List<Placed> all = new ArrayList<>(placed);
    all.add(new Placed(seconds(firstFrame), passage));
    return new Playhead(List.copyOf(all.subList(Math.max(0, all.size() - KEPT), all.size())));
  }

  /** The passage that is heard at a frame. */
  Optional<Passage> at(long frame) {
    int at = Placed.at(placed, seconds(frame));
    return at < 0 ? Optional.empty() : Optional.of(placed.get(at).passage());
  }

  static double seconds(long frames) {
    return frames / (double) Pcm.RATE_HZ;
  }
}
