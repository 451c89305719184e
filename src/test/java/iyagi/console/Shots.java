package iyagi.console;

import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pictures of every page in every look, for people: Shots FOLDER. */
final class Shots {
  private Shots() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    try (RobotInService robot = RobotInService.in(Files.createTempDirectory("shots"))) {
      shoot(robot, "setup", folder, "/setup", false);
      robot.pin().set(Librarian.PIN);
      shoot(robot, "pin", folder, "/pin", false);
      shoot(robot, "now", folder, "/now", true);
      shoot(robot, "stories", folder, "/stories", true);
      shoot(robot, "captions", folder, "/captions", true);
    }
    System.exit(0);
  }

  private static void shoot(RobotInService robot, String name, Path folder, String path, boolean in)
      throws Exception {
    for (String language : System.getProperty("languages", "en-GB,ko-KR").split(",", -1)) {
      for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        for (int width : new int[] {360, 1100}) {
          try (Librarian librarian =
              new Librarian(robot, language, theme, width, width == 360 ? 740 : 800)) {
            if (in) {
              librarian.signIn();
              robot.service.start(
                  "owl", 1, iyagi.session.Kind.PROGRAMME, java.util.Optional.empty());
            }
            librarian.goTo(path);
            librarian.page.waitForTimeout(in ? 3500 : 500);
            librarian.picture(
                folder.resolve(
                    name
                        + "-"
                        + language.substring(0, 2)
                        + "-"
                        + theme.name().toLowerCase(java.util.Locale.ROOT)
                        + "-"
                        + width
                        + ".png"));
            librarian
                .barriers()
                .forEach(
                    b ->
                        System.out.println(
                            name + " " + language + " " + theme + " " + width + ": " + b));
            if (!librarian.fitsItsWidth())
              System.out.println(name + " " + language + " " + width + " is too wide");
          }
        }
      }
    }
  }
}
