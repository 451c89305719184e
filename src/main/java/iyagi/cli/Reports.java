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
import iyagi.words.Sentence;
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
      Consumer<Sentence> tell) {
    if (settings.reporting().isEmpty()) {
      tell.accept(
          Sentence.of(
              "Sessions are remembered on this robot and reported to nobody (see settings,"
                  + " report)."));
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
        Sentence.of(
            reporting.byServer()
                ? "Sessions are reported to {0} as {1}; who confirms them: the library's server."
                : "Sessions are reported to {0} as {1}; who confirms them: the broker.",
            reporting.broker().words(),
            reporting.robot()));
    return Optional.of(relay);
  }
}
