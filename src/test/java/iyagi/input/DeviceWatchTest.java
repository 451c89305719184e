package iyagi.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iyagi.words.Sentence;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class DeviceWatchTest {
  private static final Duration RETRY = Duration.ofSeconds(3);
  private static final Duration BEAT = Duration.ofMillis(7);

  /** A device that is broken in the ways that a test wants. */
  private static final class Fake implements DeviceWatch.Driver<Closeable, String> {
    private String missing = "";
    private String gone = "";
    private boolean mistaken;
    private int open;

    @Override
    public Closeable open(Consumer<String> tell) throws IOException {
      if (!missing.isEmpty()) {
        throw new IOException(missing);
      }
      open++;
      return () -> open--;
    }

    @Override
    public Duration step(Closeable device, Consumer<String> tell) throws IOException {
      if (!gone.isEmpty()) {
        throw new IOException(gone);
      }
      if (mistaken) {
        throw new IllegalStateException("a mistake, on purpose");
      }
      tell.accept("step");
      return BEAT;
    }

    @Override
    public String lost(Sentence reason) {
      return "lost: " + reason;
    }

    @Override
    public String back() {
      return "back";
    }
  }

  private final Fake device = new Fake();
  private final List<String> told = new ArrayList<>();
  private final DeviceWatch<Closeable, String> watch = watch();

  private DeviceWatch<Closeable, String> watch() {
    DeviceWatch<Closeable, String> made = new DeviceWatch<>("devices", device, RETRY);
    made.listen(told::add);
    return made;
  }

  private void assertTold(String... events) {
    assertEquals(List.of(events), told);
    told.clear();
  }

  @Test
  void whatIsThereIsUsedWithoutAWord() {
    assertEquals(BEAT, watch.step());
    assertEquals(BEAT, watch.step());
    assertTold("step", "step");
    assertEquals(1, device.open);
  }

  @Test
  void whatIsMissingIsToldOnceAndLookedForUntilItIsThere() {
    device.missing = "not plugged in";
    assertEquals(RETRY, watch.step());
    assertEquals(RETRY, watch.step());
    device.missing = "plugged in and forbidden";
    assertEquals(RETRY, watch.step());
    assertTold("lost: not plugged in");
    device.missing = "";
    assertEquals(BEAT, watch.step());
    assertEquals(BEAT, watch.step());
    assertTold("back", "step", "step");
  }

  @Test
  void everyLossIsToldAndTheDeviceGivenBack() {
    for (int time = 0; time < 3; time++) {
      watch.step();
      told.clear();
      device.gone = "pulled out";
      assertEquals(RETRY, watch.step());
      assertEquals(0, device.open);
      assertTold("lost: pulled out");
      device.gone = "";
      watch.step();
      assertTold("back", "step");
      assertEquals(1, device.open);
    }
  }

  @Test
  void aMistakeInADriverIsALossAndNotTheEnd() {
    device.mistaken = true;
    assertEquals(RETRY, watch.step());
    assertEquals(0, device.open);
    assertTold(
        "lost: devices: the driver failed: java.lang.IllegalStateException: a mistake, on purpose");
    device.mistaken = false;
    watch.step();
    assertTold("back", "step");
  }
}
