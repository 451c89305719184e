package iyagi.console;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import iyagi.session.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Pictures of every page in both languages and themes, on a phone and a tablet, for people to look
 * at: {@code mvn -q test-compile exec:exec@shots -Dshots=FOLDER}.
 */
final class Shots {
  private static final List<String> LANGUAGES = List.of("en-GB", "ko-KR");
  private static final List<Integer> WIDTHS = List.of(360, 1100);
  private static final int HEIGHT = 760;

  /** Reached from a page of the navigation. */
  private static final List<String> BESIDE =
      List.of(
          "/listen?story=owl.en",
          "/recordings?story=owl.en",
          "/pronunciations",
          "/cards",
          "/calibration",
          "/loudness");

  private final RobotInService robot;
  private final Path folder;

  private Shots(RobotInService robot, Path folder) {
    this.robot = robot;
    this.folder = folder;
  }

  /** Takes them all. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    try (RobotInService robot = RobotInService.in(Files.createTempDirectory("shots"))) {
      Shots shots = new Shots(robot, folder);
      shots.each("/setup", false);
      robot.pin().set(Librarian.PIN);
      shots.each("/pin", false);
      shots.each("/captions", true);
      for (String page : shots.pages()) {
        shots.each(page, true);
      }
      for (String page : BESIDE) {
        shots.each(page, true);
      }
    } finally {
      Chromium.close();
    }
  }

  private List<String> pages() throws Exception {
    try (Librarian librarian = new Librarian(robot)) {
      return librarian.signIn().page.locator("nav a").all().stream()
          .map(link -> link.getAttribute("href"))
          .toList();
    }
  }

  private void each(String path, boolean signedIn) throws Exception {
    for (String language : LANGUAGES) {
      for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        for (int width : WIDTHS) {
          try (Librarian librarian = new Librarian(robot, language, theme, width, HEIGHT)) {
            String look = language.substring(0, 2) + "-" + theme + "-" + width;
            shoot(
                librarian, path, signedIn, path.substring(1).replaceAll("\\?.*", "") + "-" + look);
          }
        }
      }
    }
  }

  private void shoot(Librarian librarian, String path, boolean signedIn, String name)
      throws Exception {
    Page page = librarian.page;
    if (signedIn) {
      librarian.signIn();
      robot.service.start("owl", 1, Kind.PROGRAMME, Optional.empty());
    }
    librarian.goTo(path);
    page.waitForLoadState();
    if (path.equals("/now") || path.equals("/captions")) {
      page.locator("#caption mark").first().waitFor();
    }
    Path file = folder.resolve(name.toLowerCase(Locale.ROOT) + ".png");
    librarian.picture(file);
  }
}
