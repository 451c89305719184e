package iyagi.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import iyagi.session.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drawn mouth and the browser's sound. */
final class SoundIT {
  /**
   * Notes when which sound begins on the audio clock and, at every picture, where the audio clock
   * and the drawn jaw are. Knows nothing of how the page works that out.
   */
  private static final String WITNESS =
      """
      window.starts = []; window.jaws = [];
      const start = AudioBufferSourceNode.prototype.start;
      AudioBufferSourceNode.prototype.start = function (when, offset) {
        const sound = this.buffer.getChannelData(0), rate = this.buffer.sampleRate;
        window.context = this.context;
        window.starts.push({ when: when - (offset ?? 0), rate, sound });
        return start.call(this, when, offset);
      };
      const look = () => {
        const drawn = document.querySelector(".robot svg");
        if (window.context && drawn) window.jaws.push([window.context.currentTime, Number(drawn.dataset.mouth)]);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      """;

  /** Of every picture: the jaw, and how loud the sound was at shifts of -120 to 120 ms. */
  private static final String COMPARE =
      """
      () => {
        const loud = t => {
          let most = 0;
          for (const { when, rate, sound } of window.starts) {
            const from = Math.round((t - when - 0.005) * rate);
            for (let i = Math.max(0, from); i < Math.min(sound.length, from + 0.01 * rate); i++) most = Math.max(most, Math.abs(sound[i]));
          }
          return most > 0.01 ? 1 : 0;
        };
        const shifts = [];
        for (let ms = -120; ms <= 120; ms += 10) {
          let fits = 0;
          for (const [t, jaw] of window.jaws) fits += (jaw > 6 ? 1 : 0) === loud(t + ms / 1000) ? 1 : 0;
          shifts.push([ms, fits / window.jaws.length]);
        }
        return { shifts, pictures: window.jaws.length, open: window.jaws.filter(([, jaw]) => jaw > 6).length, sounds: window.starts.length };
      }
      """;

  @TempDir private Path folder;
  private RobotInService robot;

  @BeforeEach
  void open() throws Exception {
    Chromium.browser();
    robot = RobotInService.in(folder);
  }

  @AfterEach
  void close() {
    if (robot != null) {
      robot.close();
    }
  }

  @Test
  void theMouthMovesWithTheSoundOfThisBrowserWithinFortyMilliseconds() throws Exception {
    try (Librarian librarian = new Librarian(robot)) {
      librarian.page.addInitScript(WITNESS);
      Page page = librarian.signIn().page;
      page.locator("#listen").click();
      robot.service.start("owl", 1, Kind.FREE, Optional.empty());
      // The page's policy forbids the evaluation in which Playwright would wait for a function.
      page.waitForCondition(
          () -> (boolean) page.evaluate("window.starts.length >= 3 && window.jaws.length >= 120"));
      assertSoundAndMouthFit(page);
      assertEquals(List.of(), librarian.complaints);
    }
  }

  @Test
  void theMouthMovesWithTheSoundOfAStoryThatIsHeardBeforehand() throws Exception {
    try (Librarian librarian = new Librarian(robot)) {
      librarian.page.addInitScript(WITNESS);
      Page page = librarian.signIn().goTo("/listen?story=owl").page;
      page.locator("[data-to=play]").click();
      page.waitForCondition(
          () -> (boolean) page.evaluate("window.starts.length >= 3 && window.jaws.length >= 120"));
      assertSoundAndMouthFit(page);
      assertEquals(List.of(), librarian.complaints);
    }
  }

  @SuppressWarnings("unchecked")
  private static void assertSoundAndMouthFit(Page page) {
    Map<String, Object> seen = (Map<String, Object>) page.evaluate(COMPARE);
    List<List<Number>> shifts = (List<List<Number>>) seen.get("shifts");
    List<Integer> best = new ArrayList<>();
    double most = shifts.stream().mapToDouble(s -> s.get(1).doubleValue()).max().orElse(0);
    shifts.stream()
        .filter(s -> s.get(1).doubleValue() >= most)
        .forEach(s -> best.add(s.get(0).intValue()));
    double middle = best.stream().mapToInt(i -> i).average().orElse(999);
    assertTrue(((Number) seen.get("open")).intValue() > 10, seen.toString());
    assertTrue(most > 0.75, seen.toString());
    assertTrue(Math.abs(middle) <= 40, "off by " + middle + " ms: " + seen);
  }
}
