package iyagi.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.collect.Collector;
import iyagi.collect.Letter;
import iyagi.collect.jdbc.JdbcLedger;
import iyagi.fleet.Arrivals;
import iyagi.library.Library;
import iyagi.report.Tempo;
import iyagi.report.mqtt.Broker;
import iyagi.report.mqtt.PahoUplink;
import iyagi.service.Desk;
import iyagi.service.FailingParts;
import iyagi.service.Places;
import iyagi.service.TestPost;
import iyagi.speech.HummingEngine;
import iyagi.time.NanoClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command for virtual robots: what it refuses, and a short run with broker and collector. */
final class FleetCommandIT {
  @TempDir private Path folder;
  private String out;
  private String err;

  private int run(String... args) {
    StringWriter said = new StringWriter();
    StringWriter complained = new StringWriter();
    Places places = new Places(folder, folder, folder, folder.resolve("iyagi.yaml"));
    Desk desk =
        new Desk(
            places,
            new Library(folder),
            new HummingEngine(),
            new FailingParts(),
            NanoClock.system(),
            new TestPost());
    int code = Cli.run(desk, new PrintWriter(said), new PrintWriter(complained), args);
    out = said.toString();
    err = complained.toString();
    return code;
  }

  private void refuses(String words, String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "fleet";
    System.arraycopy(args, 0, all, 1, args.length);
    assertEquals(2, run(all));
    assertTrue(err.contains(words), err);
  }

  @Test
  void saysWhatItCannotDo() throws Exception {
    refuses("Which broker? Say it with --broker HOST[:PORT]", "--robots", "3");
    refuses("--robots 0 is outside 1..20000", "--broker", "h", "--robots", "0");
    refuses("--robots 20001 is outside 1..20000", "--broker", "h", "--robots", "20001");
    refuses("is outside 0.1..3600", "--broker", "h", "--sessions-per-hour", "4000");
    refuses("is outside 0.1..3600", "--broker", "h", "--sessions-per-hour", "NaN");
    refuses("'soon' is no length of time; write 90s, 10m or 2h", "--broker", "h", "--for", "soon");
    refuses("--name a/b: up to 57 letters", "--broker", "h", "--name", "a/b");
    Files.writeString(folder.resolve("holiday.jpg"), "");
    refuses(
        "is not empty: 'holiday.jpg' is no robot of the fleet 'fleet'",
        "--broker",
        "h",
        "--folder",
        folder.toString());
    Path file = Files.writeString(folder.resolve("file"), "");
    refuses("cannot be made or read", "--broker", "h", "--folder", file.resolve("x").toString());
  }

  @Test
  void aFolderOfItsOwnIsTakenAgainAndAnotherOneIsDeleted() throws Exception {
    Path kept = Files.createDirectories(folder.resolve("kept"));
    Files.createDirectory(kept.resolve("fleet-00001"));
    try (FleetFolder again = FleetFolder.open(Optional.of(kept), "fleet")) {
      assertFalse(again.scratch());
    }
    assertTrue(Files.isDirectory(kept.resolve("fleet-00001")));
    Path gone;
    try (FleetFolder scratch = FleetFolder.open(Optional.empty(), "fleet")) {
      gone = scratch.path();
      Files.writeString(Files.createDirectory(gone.resolve("fleet-00001")).resolve("f"), "");
    }
    assertFalse(Files.exists(gone));
  }

  @Test
  void aShortRunBringsEverythingHomeAndSaysSo() throws Exception {
    Path robots = folder.resolve("robots");
    Path library = folder.resolve("library.db");
    try (Broker broker = Broker.with();
        JdbcLedger ledger = new JdbcLedger("jdbc:sqlite:" + library)) {
      Collector collector = collector(broker, ledger);
      Thread collecting = Thread.ofPlatform().start(() -> collect(collector));
      int code =
          run(
              "fleet",
              "--broker",
              "127.0.0.1:" + broker.port(),
              "--robots",
              "3",
              "--sessions-per-hour",
              "3600",
              "--for",
              "6s",
              "--folder",
              robots.toString());
      collecting.interrupt();
      collecting.join();
      assertEquals(0, code, out + err);
    }
    Arrivals arrivals = Arrivals.compare(robots, library);
    assertTrue(arrivals.sessions() > 3 && arrivals.clean(), arrivals::toString);
    assertTrue(out.contains(" of 3 connected; "), out);
    assertTrue(
        out.contains(
            "3 robots, "
                + arrivals.sessions()
                + " sessions, "
                + arrivals.reports()
                + " reports made, "
                + arrivals.reports()
                + " confirmed, 0 waiting"),
        out);
  }

  private static void collect(Collector collector) {
    try {
      while (true) {
        collector.await(Duration.ofMillis(50));
      }
    } catch (InterruptedException asked) {
      collector.leave();
    }
  }

  private static Collector collector(Broker broker, JdbcLedger ledger) {
    return new Collector(
        new Collector.Parts(
            "library",
            "library",
            new PahoUplink(broker.address()),
            ledger,
            NanoClock.system(),
            InstantSource.system(),
            Tempo.HASTY,
            new Random(3),
            new Collector.Hears() {
              @Override
              public void sentence(String sentence) {}

              @Override
              public void stored(Letter.Event event) {}
            }));
  }
}
