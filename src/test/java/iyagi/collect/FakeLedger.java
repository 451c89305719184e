package iyagi.collect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A ledger in memory that can be taken away. Watermarks are the highest sequences. */
final class FakeLedger implements Ledger {
  boolean down;
  int attempts;
  Runnable onStore = () -> {};
  final List<Integer> batches = new ArrayList<>();
  final List<Letter.Unread> unread = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Map<String, Long> highest = new HashMap<>();
  List<Tally> tallies = List.of();

  @Override
  public void open() {}

  @Override
  public Kept store(List<Letter> letters) {
    attempts++;
    onStore.run();
    if (down) {
      throw new Unkept("The database d cannot be used: it is down", null);
    }
    batches.add(letters.size());
    List<Letter.Event> fresh = new ArrayList<>();
    Map<String, Watermark> marks = new HashMap<>();
    for (Letter letter : letters) {
      if (letter instanceof Letter.Event event) {
        if (ids.add(event.id())) {
          fresh.add(event);
        }
        String run = event.robot() + " " + event.epoch();
        highest.merge(run, event.sequence(), Math::max);
        marks.put(run, new Watermark(event.robot(), event.epoch(), highest.get(run), true));
      }
      if (letter instanceof Letter.Unread it) {
        unread.add(it);
        it.place()
            .ifPresent(
                place -> {
                  String run = it.robot() + " " + place.epoch();
                  highest.merge(run, place.sequence(), Math::max);
                  marks.put(run, new Watermark(it.robot(), place.epoch(), highest.get(run), true));
                });
      }
    }
    return new Kept(List.copyOf(marks.values()), fresh);
  }

  @Override
  public List<Tally> tallies(Instant from, Instant until) {
    return tallies;
  }

  @Override
  public void close() {}
}
