package iyagi.cli;

import iyagi.performance.Metronome;
import iyagi.systemd.ServiceManager;
import iyagi.time.NanoClock;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Tells the service manager that the robot is in service, that it lives while it does, and that it
 * is going out of service.
 */
final class Supervision implements AutoCloseable {
  /** Signs of life for each time span that the service manager waits for one. */
  private static final int SIGNS = 3;

  private final ServiceManager manager;
  private final Optional<Metronome> heart;

  /**
   * In service from now on.
   *
   * @param beating whether sound and movement have gone on since this was asked last
   */
  Supervision(ServiceManager manager, BooleanSupplier beating, NanoClock clock) {
    this.manager = manager;
    manager.ready();
    heart =
        manager
            .watchdog()
            .map(
                span ->
                    new Metronome(
                        "heart", span.dividedBy(SIGNS), clock, () -> beat(manager, beating)));
  }

  private static void beat(ServiceManager manager, BooleanSupplier beating) {
    if (beating.getAsBoolean()) {
      manager.alive();
    }
  }

  @Override
  public void close() {
    manager.stopping();
    heart.ifPresent(Metronome::close);
  }
}
