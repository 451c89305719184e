package iyagi.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iyagi.report.Outgoing;
import iyagi.report.Report;
import iyagi.session.Keeping;
import iyagi.settings.ProfileResult;
import iyagi.settings.RobotProfile;
import iyagi.settings.RobotProfiles;
import iyagi.speech.HummingEngine;
import iyagi.sqlite.SqliteMemory;
import iyagi.time.ClockQuality;
import iyagi.time.ManualClock;
import iyagi.time.ManualWatch;
import iyagi.time.Moment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A robot in service notices what another program does to its shelf. */
final class ShelfWatchIT {
  private static final String BEAR =
      "# Bear\n\n##\nA bear sat.\n\n* License: CC0\n* Language: en\n";

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private final ManualWatch watch =
      new ManualWatch(
          clock,
          new Moment(
              "b1",
              Duration.ofMinutes(9),
              Instant.parse("2026-11-25T10:00:00Z"),
              ClockQuality.NTP));
  private final AtomicInteger looks = new AtomicInteger();
  private Desk desk;
  private SqliteMemory memory;
  private Keeping keeping;
  private Service service;
  private ShelfWatch shelf;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(folder.resolve("stories"));
    desk = TestDesk.in(folder, new HummingEngine(), new FailingParts(), clock);
    memory = SqliteMemory.open(desk.places().data(), watch, ZoneOffset.UTC);
    keeping = new Keeping(memory.sessions(), watch, ZoneOffset.UTC, _ -> {});
    RobotProfile profile =
        ((ProfileResult.Read) RobotProfiles.read(Path.of("firmware-config/robots/simulated.yaml")))
            .profile();
    shelf = new ShelfWatch(desk);
    service = new Service(desk, profile, keeping, watch, _ -> {});
    service.stock().whenItChanges(looks::incrementAndGet);
  }

  @AfterEach
  void close() {
    service.close();
    memory.close();
  }

  /** As 'iyagi import' does it, in a program of its own. */
  private void imported(String text) throws IOException {
    imported("bear.md", text);
  }

  private void imported(String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Taken taken = new Import(desk).take(new ByteArrayInputStream(bytes), name, true);
    assertEquals(Taken.Shelved.class, taken.getClass());
  }

  private void twoLooks() {
    for (int i = 0; i < 2; i++) {
      clock.advance(ShelfWatch.EVERY);
      shelf.step(service);
    }
    keeping.step();
  }

  private List<String> stories() {
    return service.stock().inventory().stories().stream().map(Outgoing.Shelved::id).toList();
  }

  private List<String> reported() {
    return memory.outbox().after(0, 100).stream()
        .map(Report::type)
        .filter(type -> type.startsWith("iyagi.story"))
        .toList();
  }

  @Test
  void aStoryThatIsImportedIsReportedAndPreparedOnceWithoutARestart() throws IOException {
    imported(BEAR);
    clock.advance(ShelfWatch.EVERY);
    shelf.step(service);
    assertEquals(List.of(), stories(), "it may still be changing");
    twoLooks();
    twoLooks();
    assertEquals(List.of("bear"), stories());
    assertEquals(1, looks.get());
    assertEquals(List.of("iyagi.story.installed"), reported());
    imported("wolf.md", BEAR.replace("Bear", "Wolf"));
    twoLooks();
    assertEquals(List.of("bear", "wolf"), stories());
    assertEquals(List.of("iyagi.story.installed", "iyagi.story.installed"), reported());
  }

  @Test
  void anotherTextOfAStoryIsNoticedAndSoIsAStoryThatIsGone() throws IOException {
    imported(BEAR);
    service.stock().changed();
    imported(BEAR.replace("sat", "slept"));
    twoLooks();
    assertEquals(List.of("iyagi.story.installed", "iyagi.story.installed"), reported());
    desk.library().remove("bear");
    twoLooks();
    assertEquals(List.of(), stories());
    assertEquals(
        List.of("iyagi.story.installed", "iyagi.story.installed", "iyagi.story.removed"),
        reported());
  }

  @Test
  void whatThePagesHaveDoneThemselvesIsNotDoneAgain() throws IOException {
    imported(BEAR);
    service.stock().changed();
    twoLooks();
    assertEquals(1, looks.get());
    assertEquals(List.of("iyagi.story.installed"), reported());
  }

  @Test
  void whatAPowerCutLeftOfAnUploadIsClearedAwayButNotWhatIsBeingTaken() throws IOException {
    Path incoming = Files.createDirectories(desk.places().data().resolve("incoming"));
    Path left = Files.createDirectories(incoming.resolve("story123"));
    Files.writeString(left.resolve("bear.zip"), "half of");
    Files.writeString(left.resolve(".lock"), "");
    try (Scratch scratch = Scratch.on(desk, "story")) {
      Path half = Files.writeString(scratch.folder().resolve("wolf.zip"), "more is coming");
      Import.tidy(desk);
      assertEquals(false, Files.exists(left));
      assertEquals(true, Files.exists(half));
    }
    try (var files = Files.list(incoming)) {
      assertEquals(List.of(), files.toList());
    }
  }
}
