package iyagi.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import iyagi.dist.Program;
import iyagi.narration.ReadAloud;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Debian's Chromium, driven by Playwright with its own node or, without -Ptools, the machine's (20
 * or newer). Started once for all tests; nothing is downloaded.
 */
public final class Chromium {
  private static Playwright playwright;
  private static Browser browser;

  private Chromium() {}

  /** The browser; where it or node is missing the test is left out, or fails with -Ptools. */
  public static synchronized Browser browser() {
    if (browser == null) {
      if (!bundled()) {
        System.setProperty("playwright.nodejs.path", Program.needs("node"));
      }
      Path chromium = Path.of(Program.needs("chromium"));
      playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(chromium)
                      .setArgs(
                          List.of(
                              "--no-sandbox",
                              "--disable-gpu",
                              "--disable-background-networking",
                              "--disable-component-update",
                              "--use-fake-device-for-media-stream",
                              "--use-file-for-fake-audio-capture=" + tones(),
                              "--autoplay-policy=no-user-gesture-required")));
      Runtime.getRuntime().addShutdownHook(new Thread(Chromium::close));
    }
    return browser;
  }

  /** What the browser's pretended microphone hears, again and again. */
  private static Path tones() {
    try {
      Path file = Files.createTempFile("microphone", ".wav");
      file.toFile().deleteOnExit();
      return new ReadAloud(48_000).tone(0.8, 220).pause(0.4).write(file, 0.8, -70);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether Playwright has brought its own node, as it does with -Ptools. */
  private static boolean bundled() {
    return Chromium.class
            .getClassLoader()
            .getResource("com/microsoft/playwright/impl/driver/jar/DriverJar.class")
        != null;
  }

  /** Ends it; tests need not, a program that wants to end itself has to. */
  public static synchronized void close() {
    if (playwright != null) {
      playwright.close();
      playwright = null;
      browser = null;
    }
  }
}
