package iyagi.systemd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServiceManagerIT {
  private static final long PID = 4711;

  @TempDir private Path folder;

  private static void tellAll(ServiceManager manager) {
    manager.ready();
    manager.alive();
    manager.stopping();
  }

  @Test
  void everyMessageArrivesAsItIsWritten() throws IOException {
    String path = folder.resolve("notify").toString();
    try (Inbox inbox = new Inbox(path)) {
      tellAll(ServiceManager.of(Map.of("NOTIFY_SOCKET", path), PID));
      assertEquals(List.of("READY=1", "WATCHDOG=1", "STOPPING=1"), inbox.messages());
    }
  }

  @Test
  void aNameOutsideTheFileSystemIsReached() throws IOException {
    String name = "@iyagi-test-" + ProcessHandle.current().pid();
    try (Inbox inbox = new Inbox(name)) {
      tellAll(ServiceManager.of(Map.of("NOTIFY_SOCKET", name), PID));
      assertEquals(3, inbox.messages().size());
    }
  }

  @Test
  void nobodyWhoListensIsNoTrouble() {
    tellAll(ServiceManager.of(Map.of(), PID));
    tellAll(ServiceManager.of(Map.of("NOTIFY_SOCKET", ""), PID));
    tellAll(ServiceManager.of(Map.of("NOTIFY_SOCKET", "relative"), PID));
    tellAll(ServiceManager.of(Map.of("NOTIFY_SOCKET", "/" + "x".repeat(200)), PID));
    tellAll(ServiceManager.of(Map.of("NOTIFY_SOCKET", folder.resolve("gone").toString()), PID));
  }

  private static Optional<Duration> watchdog(String usec, String pid) {
    return ServiceManager.of(
            Map.of("NOTIFY_SOCKET", "/run/n", "WATCHDOG_USEC", usec, "WATCHDOG_PID", pid), PID)
        .watchdog();
  }

  @Test
  void theWatchdogIsOursOnlyIfItNamesThisProcess() {
    assertEquals(Optional.of(Duration.ofSeconds(10)), watchdog("10000000", "4711"));
    assertEquals(Optional.empty(), watchdog("10000000", "4712"));
    assertEquals(Optional.empty(), watchdog("0", "4711"));
    assertEquals(Optional.empty(), watchdog("soon", "4711"));
    assertEquals(Optional.empty(), ServiceManager.of(Map.of("WATCHDOG_USEC", "1"), PID).watchdog());
  }

  @Test
  void theFirstRuntimeFolderIsTaken() {
    assertEquals(
        Optional.of(Path.of("/run/iyagi")),
        ServiceManager.of(Map.of("RUNTIME_DIRECTORY", "/run/iyagi:/run/other"), PID)
            .runtimeFolder());
    assertEquals(Optional.empty(), ServiceManager.of(Map.of(), PID).runtimeFolder());
  }
}
