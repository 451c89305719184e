package iyagi.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import iyagi.console.Chromium;
import iyagi.console.Librarian;
import iyagi.console.RobotInService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * How long a librarian waits for each page in a browser that keeps nothing of it, on a slow network
 * that Chromium emulates: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up, as Lighthouse's
 * "slow 4G". Until its buttons do something and what it asked the robot for is shown. Needs
 * Chromium and node.
 */
public final class FirstPageBench {
  private static final int TIMES = 7;

  /** Asked in the page whenever it is drawn; Playwright itself looks only every half second. */
  private static final String SHOWN =
      "there => document.documentElement.matches('[data-ready]')"
          + " && document.querySelector(there) && performance.now()";

  /** Every page, and what is there once what the robot was asked for is shown. */
  private static final List<Seen> PAGES =
      List.of(
          new Seen("/now", "#phase:not(:empty)"),
          new Seen("/stories", "#stories li"),
          new Seen("/programme", "#week li"),
          new Seen("/numbers", "#empty:not([hidden])"),
          new Seen("/robot", "#parts li"),
          new Seen("/listen?story=owl", ".sentences li"),
          new Seen("/recordings?story=owl", "#pages li"),
          new Seen("/cards", "#stories label"),
          new Seen("/pronunciations", "#tongue option"),
          new Seen("/calibration", "#outside:not([hidden])"),
          new Seen("/captions", "html[data-ready]"));

  private record Seen(String path, String there) {}

  private FirstPageBench() {}

  /** Measures it. */
  public static void main(String[] args) throws Exception {
    Sheet.open("Every page on a slow network");
    Path folder = Files.createTempDirectory("first-page");
    try (RobotInService robot = RobotInService.in(folder);
        Librarian librarian = new Librarian(robot, "ko-KR", ColorScheme.LIGHT, 800, 1000)) {
      librarian.signIn();
      for (Seen page : PAGES) {
        Sheet.line(
            "%s, slow 4G: %s",
            page.path, measured(robot.address(), librarian, page, 150, 1_600, 750));
        Sheet.line(
            "   yardstick, this machine: %s",
            measured(robot.address(), librarian, page, 0, -1, -1));
      }
    } finally {
      Chromium.close();
    }
    Sheet.goal("ready in under 1 s on the slow network, under 150 kB");
  }

  private static String measured(
      String address, Librarian librarian, Seen seen, int millis, int downKbit, int upKbit) {
    double[] waited = new double[TIMES];
    double bytes = 0;
    Page page = librarian.page;
    CDPSession devtools = page.context().newCDPSession(page);
    slow(devtools, millis, downKbit, upKbit);
    for (int i = 0; i < TIMES; i++) {
      page.navigate("about:blank");
      page.navigate(address + seen.path);
      waited[i] = ((Number) page.waitForFunction(SHOWN, seen.there).jsonValue()).doubleValue();
      bytes =
          number(
              page,
              "performance.getEntriesByType('resource').reduce((sum, e) => sum + e.transferSize,"
                  + " performance.getEntriesByType('navigation')[0].transferSize)");
    }
    devtools.detach();
    Arrays.sort(waited);
    return "middle %.0f ms, longest %.0f ms; %.0f kB"
        .formatted(waited[TIMES / 2], waited[TIMES - 1], bytes / 1000);
  }

  private static double number(Page page, String what) {
    return ((Number) page.evaluate(what)).doubleValue();
  }

  private static void slow(CDPSession devtools, int millis, int downKbit, int upKbit) {
    devtools.send("Network.enable");
    JsonObject none = new JsonObject();
    none.addProperty("cacheDisabled", true);
    devtools.send("Network.setCacheDisabled", none);
    JsonObject slow = new JsonObject();
    slow.addProperty("offline", false);
    slow.addProperty("latency", millis);
    slow.addProperty("downloadThroughput", downKbit * 125.0);
    slow.addProperty("uploadThroughput", upKbit * 125.0);
    devtools.send("Network.emulateNetworkConditions", slow);
  }
}
