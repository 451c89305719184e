package iyagi.cli;

import iyagi.console.Console;
import iyagi.console.Robot;
import iyagi.settings.RobotSettings;
import java.util.Optional;
import java.util.function.Consumer;

/** The librarians' pages of a robot in service, or none: it reads without them, too. */
final class Pages implements AutoCloseable {
  private final Optional<Console> console;

  private Pages(Optional<Console> console) {
    this.console = console;
  }

  /** Serves them if the settings say so; what hinders that is told. */
  static Pages open(Robot robot, Consumer<String> tell) {
    RobotSettings.Console settings = robot.settings().console();
    if (settings.port() == 0) {
      tell.accept("There are no pages for librarians (see settings, console).");
      return new Pages(Optional.empty());
    }
    try {
      Console console = Console.open(robot, settings);
      tell.accept(
          "The librarians' pages: %s://%s:%d"
              .formatted(
                  settings.tls().isPresent() ? "https" : "http",
                  settings.address().isEmpty() ? "ADDRESS-OF-THIS-ROBOT" : settings.address(),
                  console.port()));
      String first = console.firstStep();
      if (!first.isEmpty()) {
        tell.accept(first);
      }
      return new Pages(Optional.of(console));
    } catch (Console.Unopened trouble) {
      tell.accept(trouble.getMessage());
      return new Pages(Optional.empty());
    }
  }

  @Override
  public void close() {
    console.ifPresent(Console::close);
  }
}
