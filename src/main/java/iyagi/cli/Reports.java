package iyagi.cli;

import iyagi.report.Identity;
import iyagi.report.Incoming;
import iyagi.report.Json;
import iyagi.report.Memory;
import iyagi.report.Relay;
import iyagi.report.Tempo;
import iyagi.service.Desk;
import iyagi.service.FromAfar;
import iyagi.settings.RobotSettings;
import iyagi.time.Watch;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Consumer;

/** The way of a robot's reports to the library, as its settings have it. */
final class Reports {
  private Reports() {}

  /** Opens it, unless the robot reports to nobody; which of the two is told. */
  static Optional<Relay> open(
      Desk desk,
      RobotSettings settings,
      Watch watch,
      Memory memory,
      FromAfar station,
      Consumer<String> tell) {
    if (settings.reporting().isEmpty()) {
      tell.accept(
          "Sessions are remembered on this robot and reported to nobody (see settings, report).");
      return Optional.empty();
    }
    RobotSettings.Reporting reporting = settings.reporting().get();
    memory
        .outbox()
        .desired()
        .flatMap(text -> Json.read(text, Incoming.Desired.class))
        .ifPresent(station::wish);
    Relay relay =
        new Relay(
            new Relay.Parts(
                new Identity(reporting.robot(), reporting.byServer(), desk.places().data()),
                memory.outbox(),
                desk.post().uplink(reporting.broker()),
                station,
                desk.clock(),
                watch,
                Tempo.USUAL,
                new SecureRandom(),
                tell));
    tell.accept(
        "Sessions are reported to "
            + reporting.broker().words()
            + " as "
            + reporting.robot()
            + "; who confirms them: the "
            + (reporting.byServer() ? "library's server." : "broker."));
    return Optional.of(relay);
  }
}
