package iyagi.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.collect.Ledger;
import iyagi.report.BrokerAddress;
import iyagi.report.Memory;
import iyagi.report.Report;
import iyagi.report.Uplink;
import iyagi.service.Post;
import iyagi.service.TestPost;
import iyagi.session.Attendance;
import iyagi.session.Kind;
import iyagi.session.Remembered;
import iyagi.session.Result;
import iyagi.session.Session;
import iyagi.session.Sessions;
import iyagi.time.Watch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup brings everything back, and whatever is none of one changes nothing. */
final class BackupIT {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Watch WATCH = Watch.system(true);

  @TempDir private Path folder;
  private final TestPost post = new TestPost();
  private Path data;
  private Path zip;

  @BeforeEach
  void aRobotWithAStoryASessionAndSecrets() throws IOException {
    data = folder.resolve("data");
    zip = folder.resolve("backup.zip");
    write("stories/owl/story.ko.md", "부엉이");
    write("cards.jsonl", "{}");
    write("console/pin", "hash");
    write("stories/owl/secret.key", "key");
    write("speech/clip.wav", "made again");
    session();
    backUp();
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(data.resolve(name).getParent());
    Files.writeString(data.resolve(name), text);
  }

  private Memory memory() {
    return post.memory(data, WATCH, SEOUL);
  }

  private void session() {
    try (Memory memory = memory()) {
      memory.sessions().opened(Sessions.begun(Kind.PROGRAMME, WATCH.now()));
    }
  }

  private Set<String> sessions() {
    try (Memory memory = memory()) {
      return memory.sessions().latest(10).stream()
          .map(each -> each.session().id())
          .collect(Collectors.toSet());
    }
  }

  private void backUp() throws IOException {
    try (Memory memory = memory();
        OutputStream out = Files.newOutputStream(zip)) {
      Backup backup = new Backup(data, memory);
      backup.write(backup.copy(), out);
    }
  }

  private String epoch() {
    try (Memory memory = memory()) {
      return memory.outbox().epoch();
    }
  }

  private Restore restore(Restore.Bounds bounds) {
    return new Restore(data, bounds, post, SEOUL);
  }

  @Test
  void sessionsStoriesAndCardsComeBackAndWhatWasThereIsKeptAside() throws Exception {
    Set<String> before = sessions();
    session();
    write("stories/owl/story.ko.md", "changed");
    write("stories/new.md", "new");
    restore(Restore.Bounds.USUAL).stage(zip);
    assertEquals(2, sessions().size());
    Set<String> all = sessions();
    assertTrue(all.containsAll(before));
    Path aside = restore(Restore.Bounds.USUAL).finish().orElseThrow().aside();
    assertEquals(all, sessions());
    assertEquals("부엉이", Files.readString(data.resolve("stories/owl/story.ko.md")));
    assertFalse(Files.exists(data.resolve("stories/new.md")));
    assertEquals("changed", Files.readString(aside.resolve("stories/owl/story.ko.md")));
    assertEquals("hash", Files.readString(data.resolve("console/pin")));
    try (Memory old = post.memory(aside, WATCH, SEOUL)) {
      assertEquals(2, old.sessions().latest(10).size());
    }
    assertTrue(restore(Restore.Bounds.USUAL).finish().isEmpty());
  }

  @Test
  void reportsAfterAnOlderMemoryCameBackAreNotTakenForThoseThatTheLibraryHas() throws Exception {
    String before = epoch();
    restore(Restore.Bounds.USUAL).stage(zip);
    assertEquals(before, epoch());
    restore(Restore.Bounds.USUAL).finish();
    assertNotEquals(before, epoch());
  }

  @Test
  void aMemoryThatIsBeingWrittenIsCopied() throws IOException {
    try (Memory memory = memory()) {
      memory.sessions().opened(Sessions.begun(Kind.PROGRAMME, WATCH.now()));
      Path copy = new Backup(data, memory).copy();
      try (Memory other = post.memory(copy.getParent(), WATCH, SEOUL)) {
        assertEquals(2, other.sessions().latest(10).size());
      }
    }
  }

  private List<String> reports() {
    try (Memory memory = memory()) {
      return memory.outbox().after(memory.outbox().confirmed(), 100).stream()
          .map(Report::id)
          .toList();
    }
  }

  /** A session is closed, one more counted and one begun; of all reports one is confirmed. */
  private void aDayLater() {
    try (Memory memory = memory()) {
      memory.outbox().confirm(1);
      Session first = memory.sessions().latest(10).getFirst().session();
      memory.sessions().closed(first.end(Result.COMPLETED, WATCH.now()));
      assertTrue(memory.sessions().attended(first.id(), new Attendance(7, 3), WATCH.now()));
    }
    session();
  }

  private void allIsThereOnce(List<Remembered> sessions, List<String> reports) {
    try (Memory memory = memory()) {
      assertEquals(sessions, memory.sessions().latest(10));
      assertEquals(reports.size(), memory.outbox().last(), "numbered from 1 without a gap");
      assertEquals(reports.size(), memory.outbox().waiting().count());
    }
    assertEquals(reports, reports());
  }

  private List<Remembered> remembered() {
    try (Memory memory = memory()) {
      return memory.sessions().latest(10);
    }
  }

  @Test
  void whatWasReadAndNotReportedSinceComesAlongAndNothingTwice() throws Exception {
    aDayLater();
    restore(Restore.Bounds.USUAL).stage(zip);
    session();
    List<Remembered> sessions = remembered();
    List<String> reports = reports();
    assertEquals(3, sessions.size());
    assertEquals(4, reports.size(), "ended, attended and two begun");
    restore(Restore.Bounds.USUAL).finish();
    allIsThereOnce(sessions, reports);
  }

  @Test
  void aCutBehindTheJoiningDoublesNothing() throws Exception {
    aDayLater();
    restore(Restore.Bounds.USUAL).stage(zip);
    List<Remembered> sessions = remembered();
    List<String> reports = reports();
    Path aside = restore(Restore.Bounds.USUAL).finish().orElseThrow().aside();
    Path ready = Files.createDirectories(data.resolve("restore-ready"));
    Files.writeString(ready.resolve(".aside"), aside.getFileName().toString());
    Files.createFile(ready.resolve(".old-is-aside"));
    assertEquals(aside, restore(Restore.Bounds.USUAL).finish().orElseThrow().aside());
    allIsThereOnce(sessions, reports);
  }

  /** The power is cut at the moment at which a memory is opened. */
  private static final class Cut extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Test
  void aCutBeforeOrInTheJoiningLosesNothing() throws Exception {
    aDayLater();
    restore(Restore.Bounds.USUAL).stage(zip);
    List<Remembered> sessions = remembered();
    List<String> reports = reports();
    for (int opened = 0; opened < 2; opened++) {
      AtomicInteger left = new AtomicInteger(opened);
      Post cut =
          new Post() {
            @Override
            public Memory memory(Path at, Watch watch, ZoneId zone) {
              if (left.getAndDecrement() == 0) {
                throw new Cut();
              }
              return post.memory(at, watch, zone);
            }

            @Override
            public Memory memoryForVisitors(Path at, Watch watch, ZoneId zone) {
              if (left.getAndDecrement() == 0) {
                throw new Cut();
              }
              return post.memoryForVisitors(at, watch, zone);
            }

            @Override
            public Uplink uplink(BrokerAddress address) {
              return post.uplink(address);
            }

            @Override
            public Ledger ledger(String url) {
              return post.ledger(url);
            }
          };
      Restore restore = new Restore(data, Restore.Bounds.USUAL, cut, SEOUL);
      assertThrows(Cut.class, restore::finish);
      assertTrue(Files.exists(data.resolve("restore-ready")));
    }
    restore(Restore.Bounds.USUAL).finish();
    allIsThereOnce(sessions, reports);
  }

  @Test
  void aMemoryThatCannotBeOpenedNowIsJoinedLater() throws Exception {
    aDayLater();
    restore(Restore.Bounds.USUAL).stage(zip);
    List<Remembered> sessions = remembered();
    List<String> reports = reports();
    Path elsewhere = Files.move(data.resolve("iyagi.db"), folder.resolve("elsewhere.db"));
    Files.createDirectory(data.resolve("iyagi.db"));
    IOException told =
        assertThrows(IOException.class, () -> restore(Restore.Bounds.USUAL).finish());
    assertTrue(told.getMessage().contains("cannot be opened"), told.getMessage());
    Path there = data.resolve("before-restore-1/iyagi.db");
    Files.delete(there);
    Files.move(elsewhere, there);
    assertTrue(restore(Restore.Bounds.USUAL).finish().orElseThrow().joined());
    allIsThereOnce(sessions, reports);
  }

  @Test
  void aDamagedMemoryKeepsNoRobotFromItsBackup() throws Exception {
    Set<String> before = sessions();
    restore(Restore.Bounds.USUAL).stage(zip);
    Files.writeString(data.resolve("iyagi.db"), "no memory, only text");
    Files.deleteIfExists(data.resolve("iyagi.db-wal"));
    Restore.Placed placed = restore(Restore.Bounds.USUAL).finish().orElseThrow();
    assertEquals(before, sessions());
    assertEquals("no memory, only text", Files.readString(placed.aside().resolve("iyagi.db")));
    assertFalse(placed.joined());
    assertTrue(placed.told().toString().contains("without the sessions"), placed::toString);
  }

  @Test
  void aBackupThatWasThrownAwayHalfIsNeverPutInPlace() throws Exception {
    restore(Restore.Bounds.USUAL).stage(zip);
    restore(Restore.Bounds.USUAL).finish();
    Set<String> good = sessions();
    Path half = Files.createDirectories(data.resolve(".restore0/stories"));
    Files.writeString(half.resolve("half.md"), "half");
    assertTrue(restore(Restore.Bounds.USUAL).finish().isEmpty());
    assertEquals(good, sessions());
    assertFalse(Files.exists(data.resolve(".restore0")));
  }

  @Test
  void noSecretAndNothingThatCanBeMadeAgainIsInIt() throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      assertEquals(
          Set.of("iyagi-backup.txt", "iyagi.db", "cards.jsonl", "stories/owl/story.ko.md"),
          file.stream().map(ZipEntry::getName).collect(Collectors.toSet()));
    }
  }

  @Test
  void whatTheNextPowerCutLeavesIsFinishedWithoutLoss() throws Exception {
    restore(Restore.Bounds.USUAL).stage(zip);
    write("stories/new.md", "new");
    Set<String> before = sessions();
    // As a cut leaves it after the first old file has been put aside.
    Path ready = data.resolve("restore-ready");
    Files.writeString(ready.resolve(".aside"), "before-restore-1");
    Files.createDirectories(data.resolve("before-restore-1"));
    Files.move(data.resolve("iyagi.db"), data.resolve("before-restore-1/iyagi.db"));
    Path aside = restore(Restore.Bounds.USUAL).finish().orElseThrow().aside();
    assertEquals(before, sessions());
    assertEquals("new", Files.readString(aside.resolve("stories/new.md")));
    assertTrue(Files.exists(aside.resolve("iyagi.db")));
  }

  @Test
  void aDamagedOrCutOrForeignFileChangesNothing() throws Exception {
    byte[] good = Files.readAllBytes(zip);
    byte[] cut = Arrays.copyOf(good, good.length * 2 / 3);
    byte[] damaged = good.clone();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      assertTrue(file.getEntry("iyagi.db").getCompressedSize() > 1_000);
    }
    for (int i = 300; i < 400; i++) {
      damaged[i] ^= 0x55;
    }
    refused("not-a-backup", cut);
    refused("backup-damaged", damaged);
    refused("not-a-backup", "no zip at all".getBytes(StandardCharsets.UTF_8));
    refused("not-a-backup", zipOf(Map.of("stories/owl.md", "x")));
    refused(
        "backup-damaged",
        zipOf(Map.of("iyagi-backup.txt", Contents.FORMAT, "iyagi.db", "no memory, only text")));
    refused("backup-damaged", zipOf(Map.of("iyagi-backup.txt", Contents.FORMAT)));
  }

  @Test
  void noWayLeadsOutOfTheFolderOrToASecret() throws Exception {
    for (String name :
        new String[] {
          "../pin",
          "stories/../../pin",
          "/etc/pin",
          "console/pin",
          "stories\\..\\pin",
          "stories/own.key",
          "iyagi.db-wal"
        }) {
      refused("backup-foreign", zipOf(Map.of("iyagi-backup.txt", Contents.FORMAT, name, "x")));
    }
    assertFalse(Files.exists(folder.resolve("pin")));
  }

  @Test
  void moreThanIsAllowedIsNotUnpacked() throws Exception {
    byte[] good = Files.readAllBytes(zip);
    refused("backup-large", good, new Restore.Bounds(20_000, 1_000));
    refused("backup-large", good, new Restore.Bounds(3, 1L << 30));
  }

  private static byte[] zipOf(Map<String, String> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> each : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(each.getKey()));
        out.write(each.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private void refused(String key, byte[] file) throws IOException {
    refused(key, file, Restore.Bounds.USUAL);
  }

  private void refused(String key, byte[] file, Restore.Bounds bounds) throws IOException {
    Set<String> before = names();
    Path bad = Files.write(folder.resolve("bad.zip"), file);
    Restore.Rejected rejected =
        assertThrows(Restore.Rejected.class, () -> restore(bounds).stage(bad));
    assertEquals(key, rejected.key());
    assertTrue(restore(Restore.Bounds.USUAL).finish().isEmpty());
    assertEquals(before, names());
  }

  private Set<String> names() throws IOException {
    try (var all = Files.walk(data)) {
      return all.map(Path::toString).collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
