package iyagi.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iyagi.library.PackageOrder;
import iyagi.report.Incoming.Wanted;
import iyagi.time.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WishesTest {
  private final ManualClock clock = new ManualClock();
  private final Set<String> shelf = new HashSet<>();
  private final List<String> asked = new ArrayList<>();
  private boolean reachable = true;
  private final Wishes wishes =
      new Wishes(
          clock,
          new Wishes.Delivery() {
            @Override
            public boolean has(String sha256) {
              return shelf.contains(sha256);
            }

            @Override
            public boolean bring(PackageOrder order) {
              asked.add(order.sha256());
              return reachable && shelf.add(order.sha256());
            }
          });

  private void wish(String... packages) {
    wishes.wish(
        Arrays.stream(packages).map(p -> new Wanted("bear", "https://x/" + p, p, "s")).toList());
  }

  private void pass(Duration time) throws InterruptedException {
    clock.advance(time);
    wishes.await(Duration.ZERO);
  }

  @Test
  void bringsWhatIsNotThereAndOnlyThat() throws InterruptedException {
    shelf.add("p1");
    wish("p1", "p2");
    pass(Duration.ZERO);
    wish("p1", "p2");
    pass(Duration.ZERO);
    pass(Duration.ofDays(9));
    assertEquals(List.of("p2"), asked);
  }

  @Test
  void anotherEditionOfAStoryThatIsThereIsBrought() throws InterruptedException {
    shelf.add("old");
    wish("new");
    pass(Duration.ZERO);
    assertEquals(List.of("new"), asked);
  }

  @Test
  void whatFailsIsTriedAgainAfterHoursAndNotBefore() throws InterruptedException {
    reachable = false;
    wish("p1");
    for (int i = 0; i < 100; i++) {
      pass(Duration.ofMinutes(3));
    }
    assertEquals(List.of("p1"), asked);
    pass(Duration.ofHours(2));
    assertEquals(List.of("p1", "p1"), asked);
    reachable = true;
    pass(Duration.ofHours(6));
    pass(Duration.ofHours(6));
    assertEquals(List.of("p1", "p1", "p1"), asked);
  }

  @Test
  void theNextWishIsTriedAtOnceAndTheOneBeforeItForgotten() throws InterruptedException {
    reachable = false;
    wish("p1");
    pass(Duration.ZERO);
    wish("p2");
    pass(Duration.ZERO);
    wish();
    pass(Duration.ofDays(2));
    assertEquals(List.of("p1", "p2"), asked);
  }

  @Test
  void halfAWishIsNone() throws InterruptedException {
    wishes.wish(Arrays.asList(new Wanted("bear", null, "p", "s"), null));
    pass(Duration.ZERO);
    assertEquals(List.of(), asked);
  }
}
