package iyagi.cli;

import iyagi.console.Console;
import iyagi.console.Robot;
import iyagi.settings.RobotSettings;
import iyagi.words.Sentence;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;
import java.util.function.Consumer;

/** The librarians' pages of a robot in service, or none: it reads without them, too. */
final class Pages implements AutoCloseable {
  private final Optional<Console> console;

  private Pages(Optional<Console> console) {
    this.console = console;
  }

  /**
   * Serves them if the settings say so; what hinders that is told.
   *
   * @param secret takes the one-time code
   */
  static Pages open(Robot robot, Consumer<Sentence> tell, Consumer<String> secret) {
    RobotSettings.Console settings = robot.settings().console();
    if (settings.port() == 0) {
      tell.accept(Sentence.of("There are no pages for librarians (see settings, console)."));
      return new Pages(Optional.empty());
    }
    try {
      Console console = Console.open(robot, settings);
      tell.accept(
          Sentence.of(
              "The librarians' pages: {0}",
              "%s://%s:%d"
                  .formatted(
                      settings.tls().isPresent() ? "https" : "http",
                      settings.address().isEmpty() ? here() : settings.address(),
                      console.port())));
      String first = console.firstStep();
      if (!first.isEmpty()) {
        secret.accept(first);
      }
      return new Pages(Optional.of(console));
    } catch (Console.Unopened trouble) {
      tell.accept(trouble.sentence());
      return new Pages(Optional.empty());
    }
  }

  /** This machine's address on the library's network, as far as it knows it already. */
  private static String here() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(each -> each instanceof Inet4Address && !each.isLoopbackAddress())
          .map(InetAddress::getHostAddress)
          .findFirst()
          .orElse("localhost");
    } catch (SocketException unknown) {
      return "localhost";
    }
  }

  @Override
  public void close() {
    console.ifPresent(Console::close);
  }
}
