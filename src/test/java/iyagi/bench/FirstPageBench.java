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

/**
 * How long a librarian waits for the page Now in a browser that has never seen it, on a slow
 * network that Chromium emulates: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up, as
 * Lighthouse's "slow 4G". Until the robot is drawn and the script has told which state it is in.
 * Needs Chromium and node.
 */
public final class FirstPageBench {
  private static final int TIMES = 9;

  private FirstPageBench() {}

  /** Measures it. */
  public static void main(String[] args) throws Exception {
    Sheet.open("The first page on a slow network");
    Path folder = Files.createTempDirectory("first-page");
    try (RobotInService robot = RobotInService.in(folder)) {
      Sheet.line("slow 4G: %s", measured(robot, 150, 1_600, 750));
      Sheet.line("yardstick, this machine: %s", measured(robot, 0, -1, -1));
    } finally {
      Chromium.close();
    }
    Sheet.goal("ready in under 1 s on the slow network");
  }

  private static String measured(RobotInService robot, int millis, int downKbit, int upKbit)
      throws Exception {
    double[] waited = new double[TIMES];
    long bytes = 0;
    for (int i = 0; i < TIMES; i++) {
      try (Librarian librarian = new Librarian(robot, "ko-KR", ColorScheme.LIGHT, 800, 1000)) {
        librarian.signIn();
        Page page = librarian.page;
        CDPSession devtools = page.context().newCDPSession(page);
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
        librarian.goTo("/now");
        page.locator("#phase:not(:empty)").waitFor();
        waited[i] =
            ((Number)
                    page.evaluate(
                        "performance.getEntriesByName('ready').concat([{ startTime: NaN"
                            + " }])[0].startTime"))
                .doubleValue();
        bytes =
            ((Number)
                    page.evaluate(
                        "performance.getEntriesByType('resource').reduce((sum, e) => sum +"
                            + " e.transferSize,"
                            + " performance.getEntriesByType('navigation')[0].transferSize)"))
                .longValue();
      }
    }
    Arrays.sort(waited);
    return "middle %.0f ms, longest %.0f ms; %d kB"
        .formatted(waited[TIMES / 2], waited[TIMES - 1], bytes / 1000);
  }
}
