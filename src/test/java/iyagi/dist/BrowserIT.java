package iyagi.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.dist.Program.Outcome;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rendered story in a real browser. */
final class BrowserIT {
  @TempDir private static Path folder;

  @BeforeAll
  static void render() throws Exception {
    Program.needs("chromium");
    Outcome render =
        Program.iyagi(
            folder.resolve("data"), "render", "bear", "--out", folder.resolve("bear").toString());
    assertEquals(0, render.code(), render.err());
  }

  private static Outcome chromium(String... last) throws Exception {
    String[] first = {
      "chromium",
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--hide-scrollbars",
      "--user-data-dir=" + Files.createTempDirectory(folder, "chromium")
    };
    String[] command = new String[first.length + last.length];
    System.arraycopy(first, 0, command, 0, first.length);
    System.arraycopy(last, 0, command, first.length, last.length);
    return Program.run(Map.of(), command);
  }

  private static String url(String name) {
    return folder.resolve("bear").resolve(name).toUri().toString();
  }

  @Test
  void drawsTheTimelineInSeveralColoursOnWhite() throws Exception {
    Path picture = folder.resolve("timeline.png");
    chromium("--window-size=1340,900", "--screenshot=" + picture, url("timeline.svg"));
    BufferedImage image = ImageIO.read(picture.toFile());
    Set<Integer> colours = new HashSet<>();
    int white = 0;
    for (int y = 0; y < image.getHeight(); y += 2) {
      for (int x = 0; x < image.getWidth(); x += 2) {
        colours.add(image.getRGB(x, y));
        white += image.getRGB(x, y) == 0xFFFFFFFF ? 1 : 0;
      }
    }
    assertTrue(colours.size() > 20, colours.size() + " colours: the drawing is not shown");
    assertTrue(white > 10_000, "no white paper");
  }

  @Test
  void thePreviewRunsItsScriptAndKnowsHowLongItsSoundIs() throws Exception {
    Outcome page = chromium("--virtual-time-budget=3000", "--dump-dom", url("index.html"));
    assertTrue(page.out().contains("The Bear Who Found the Moon"), page.err());
    assertTrue(
        page.out().matches("(?s).*id=\"head\" transform=\"rotate\\(.*"),
        "its script has moved the head");
  }
}
