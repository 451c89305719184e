package iyagi.systemd;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.tinylog.Logger;

/**
 * The program that started the robot and starts it again: systemd, through the environment that it
 * gives a service (sd_notify(3), sd_watchdog_enabled(3), systemd.exec(5)). Any thread.
 */
public final class ServiceManager {
  private final Optional<NotifySocket> socket;
  private final Optional<Duration> watchdog;
  private final Optional<Path> runtimeFolder;

  private ServiceManager(
      Optional<NotifySocket> socket, Optional<Duration> watchdog, Optional<Path> runtimeFolder) {
    this.socket = socket;
    this.watchdog = watchdog;
    this.runtimeFolder = runtimeFolder;
  }

  /** That of this process; one that is told nothing and asks nothing if there is none. */
  public static ServiceManager here() {
    return of(System.getenv(), ProcessHandle.current().pid());
  }

  static ServiceManager of(Map<String, String> environment, long pid) {
    Optional<NotifySocket> socket =
        Optional.ofNullable(environment.get("NOTIFY_SOCKET"))
            .filter(NotifySocket::isAddress)
            .map(NotifySocket::new);
    boolean ours = environment.getOrDefault("WATCHDOG_PID", pid + "").equals(pid + "");
    Optional<Duration> watchdog =
        Optional.ofNullable(environment.get("WATCHDOG_USEC"))
            .filter(usec -> ours && socket.isPresent() && usec.matches("[1-9][0-9]{0,14}"))
            .map(usec -> Duration.ofNanos(Long.parseLong(usec) * 1000));
    return new ServiceManager(
        socket,
        watchdog,
        Optional.ofNullable(environment.get("RUNTIME_DIRECTORY"))
            .filter(folder -> folder.startsWith("/"))
            .map(folder -> Path.of(folder.split(":", 2)[0])));
  }

  /** The robot is in service now. */
  public void ready() {
    tell("READY=1");
  }

  /** The robot still does what it is there for: to be called more often than the watchdog asks. */
  public void alive() {
    tell("WATCHDOG=1");
  }

  /** The robot is going out of service. */
  public void stopping() {
    tell("STOPPING=1");
  }

  /** After how long without {@link #alive} the robot is ended and started again. */
  public Optional<Duration> watchdog() {
    return watchdog;
  }

  /** A folder that is emptied when the service has ended. */
  public Optional<Path> runtimeFolder() {
    return runtimeFolder;
  }

  private void tell(String state) {
    if (socket.isPresent()) {
      try {
        socket.get().send(state);
      } catch (IOException deaf) {
        Logger.warn(deaf, "the service manager could not be told " + state);
      }
    }
  }
}
