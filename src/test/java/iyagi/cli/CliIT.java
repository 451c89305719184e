package iyagi.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.service.Desk;
import iyagi.service.FailingParts;
import iyagi.service.TestDesk;
import iyagi.service.TestPost;
import iyagi.session.Kind;
import iyagi.session.Result;
import iyagi.session.Session;
import iyagi.session.Sessions;
import iyagi.speech.HummingEngine;
import iyagi.time.NanoClock;
import iyagi.time.Watch;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands with bad input and lost devices: what a person is told, and that the rest goes on. */
final class CliIT {
  private static final String CREDITS = "\n\n* License: CC BY 4.0\n* Language: en\n";

  @TempDir private Path folder;
  private final HummingEngine engine = new HummingEngine();
  private final FailingParts parts = new FailingParts();
  private String out;
  private String err;

  @BeforeEach
  void fill() throws IOException {
    story("tale", "# Tale\n\n##\nOne. Two.\n\n##\nThree." + CREDITS);
  }

  private Path story(String id, String text) throws IOException {
    Files.createDirectories(folder.resolve("stories"));
    return Files.writeString(folder.resolve("stories").resolve(id + ".md"), text);
  }

  private int run(String... args) {
    StringWriter said = new StringWriter();
    StringWriter complained = new StringWriter();
    Desk desk = TestDesk.in(folder, engine, parts, NanoClock.system());
    int code = Cli.run(desk, new PrintWriter(said), new PrintWriter(complained), args);
    out = said.toString();
    err = complained.toString();
    return code;
  }

  @Test
  void readsOnInSilenceWhenTheSoundDeviceDisappears() {
    parts.soundFailsAfterWrites = 10;
    assertEquals(0, run("read", "tale"), () -> err);
    assertTrue(
        out.contains("The sound is lost: the sound device 'test loudspeaker' is gone."), out);
    assertTrue(out.contains("Three.") && out.contains("Read to the end."), out);
  }

  @Test
  void aReadingIsRememberedButARehearsalIsNot() {
    assertEquals(0, run("read", "tale", "--rehearsal"), () -> err);
    assertEquals(0, run("sessions", "--json"), () -> err);
    assertFalse(out.contains("Tale"), out);
    assertEquals(0, run("read", "tale"), () -> err);
    assertEquals(0, run("sessions", "--json"), () -> err);
    assertTrue(out.contains("\"Tale\"") && out.contains("completed"), out);
  }

  @Test
  void readsAllTheSameWhenNothingCanBeRemembered() throws IOException {
    Files.writeString(folder.resolve("iyagi.yaml"), "nonsense: 1\n");
    assertEquals(0, run("read", "tale"), () -> err);
    assertTrue(err.contains("The story is read, but the session is not remembered."), err);
    assertTrue(out.contains("Read to the end."), out);
  }

  @Test
  void readsWithoutWhatDoesNotAnswerAndSaysSo() {
    parts.noServos = true;
    parts.noLamps = true;
    parts.soundFailsAfterWrites = -1;
    assertEquals(0, run("read", "tale"), () -> err);
    assertTrue(
        out.contains("check its plug; stories are read without movement until the servos answer"),
        out);
    assertTrue(out.contains("the story is read without light"), out);
    assertTrue(out.contains("silent but in time (there is no sound device)"), out);
    assertTrue(out.contains("Read to the end."), out);
  }

  @Test
  void aLineThatCannotBeSpokenIsNamedWithItsPlaceAndTheRestIsRead() throws IOException {
    story("half", "# Half\n\n##\nGood.\n\nA bad one.\n\nGood again." + CREDITS);
    assertEquals(1, run("read", "half"));
    assertTrue(err.contains("half.md:6: warning: 'A bad one.' could not be spoken"), err);
    assertTrue(out.contains("Good again.") && out.contains("Read to the end."), out);
  }

  @Test
  void preparesAStoryOnceAndAfterAChangeOnlyWhatChanged() throws IOException {
    assertEquals(0, run("prepare", "tale"), () -> err);
    assertEquals(4, engine.spoken());
    assertEquals(0, run("prepare", "tale"), () -> err);
    assertEquals(4, engine.spoken());
    story("tale", "# Tale\n\n##\nOne. Two.\n\n##\nFour." + CREDITS);
    assertEquals(0, run("prepare", "tale"), () -> err);
    assertEquals(5, engine.spoken());
  }

  @Test
  void aDataFolderThatCannotBeUsedIsNamed() throws IOException {
    Files.writeString(folder.resolve("data"), "a file where a folder should be");
    assertEquals(1, run("prepare", "tale"));
    assertTrue(
        err.contains("The folder for prepared speech, " + folder.resolve("data/speech")), err);
    assertEquals(0, run("read", "tale"), () -> err);
    assertTrue(err.contains("The story is read, but nothing is kept of it."), err);
    assertTrue(out.contains("Read to the end."), out);
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertEquals(1, run("render", "tale", "--out", file.resolve("in").toString()));
    assertTrue(err.contains("The files cannot be written into " + file.resolve("in")), err);
  }

  @Test
  void aStoryThatIsNotThereIsAnsweredWithThoseThatAre() {
    assertEquals(1, run("read", "tail"));
    assertTrue(err.contains("There is no story 'tail' here. These are: tale."), err);
  }

  @Test
  void aRobotThatIsNotThereIsAnsweredWithThoseThatAre() {
    assertEquals(1, run("read", "tale", "--robot", "owll"));
    assertTrue(
        err.contains("There is no robot 'owll'. These are: lamp, owl, puppet, simulated."), err);
  }

  @Test
  void aProfileWithMistakesMovesNothingAndNamesThemAll() throws IOException {
    String owl = Files.readString(Path.of("firmware-config/robots/simulated.yaml"));
    Path bad = folder.resolve("bad.yaml");
    Files.writeString(
        bad, owl.replace("channel: 1\n", "channel: 2\n").replace("max-speed: 50", "max-sped: 50"));
    assertEquals(1, run("read", "tale", "--robot", bad.toString()));
    assertTrue(
        err.contains("bad.yaml")
            && err.contains("channel")
            && err.contains("did you mean 'max-speed'?"),
        err);
    assertTrue(err.contains("has to be mended before anything moves"), err);
    assertEquals("", out);
  }

  @Test
  void aStoryOfALanguageThatNobodySpeaksIsToldByEveryCommand() throws IOException {
    story("gom", "# 곰\n\n##\n곰이 잤어요.\n\n* License: CC BY 4.0\n* Language: ko\n");
    for (String command : List.of("read", "prepare")) {
      assertEquals(1, run(command, "gom"));
      assertTrue(err.contains("cannot be read aloud yet. Nobody hums Korean."), err);
    }
    assertEquals(0, run("stories"));
    assertTrue(out.contains("waits for a voice. Nobody hums Korean."), out);
    assertEquals(0, run("check", "gom"));
    assertTrue(out.contains("waits for a voice. Nobody hums Korean."), out);
  }

  @Test
  void checkNamesAGestureThatTheRobotCannotShowOnce() throws IOException {
    story("wave", "# Wave\n\n##\nHi! {wave} Ho! {wave}" + CREDITS);
    assertEquals(0, run("check", "wave", "--robot", "lamp"));
    assertEquals(1, out.lines().filter(l -> l.contains("'wave' cannot be seen")).count(), out);
    assertEquals(0, run("check", "wave", "--robot", "simulated"));
    assertTrue(!out.contains("cannot be seen"), out);
  }

  @Test
  void aFileIsPutOnTheShelfUnlessItHasMistakesOrWouldReplaceAnother() throws IOException {
    Path file = Files.writeString(folder.resolve("bear.md"), "# Bear\n\n##\nHi! {nodd}" + CREDITS);
    Path shelved = folder.resolve("data/stories/bear/story.en.md");
    assertEquals(1, run("import", file.toString()));
    assertTrue(out.contains("bear.md:4:") && out.contains("did you mean 'nod'?"), out);
    assertFalse(Files.exists(shelved));
    Files.writeString(file, "# Bear\n\n##\nHi! {nod}" + CREDITS);
    assertEquals(0, run("import", file.toString()), () -> err);
    assertTrue(Files.exists(shelved) && out.contains("'bear' is on the shelf"), out);
    Path tale = folder.resolve("stories/tale.md");
    assertEquals(1, run("import", tale.toString(), file.toString()));
    assertTrue(out.contains("there is a story 'tale' already"), out);
    assertEquals(0, run("import", "--replace", tale.toString()), () -> err);
    assertEquals(1, run("import", folder.resolve("nothing.md").toString()));
    assertEquals(2, run("import"));
  }

  @Test
  void everythingIsKeptInOneFileAndBroughtBackWithTheReportsThatWait() throws IOException {
    String file = folder.resolve("robot.zip").toString();
    assertEquals(0, run("read", "tale"), () -> err);
    assertEquals(0, run("backup", file), () -> err);
    assertEquals(1, run("backup", file));
    assertTrue(err.contains("robot.zip is there already and was not touched"), err);
    Files.writeString(
        folder.resolve("iyagi.yaml"),
        "time-zone: Asia/Seoul\nreport:\n  broker: mqtt://127.0.0.1\n  robot: rb-1\n");
    assertEquals(0, run("read", "tale"), () -> err);
    assertEquals(0, run("reports"), () -> err);
    assertTrue(out.startsWith("4 reports waiting"), out);
    assertEquals(0, run("restore", file), () -> err);
    assertTrue(out.contains("with the sessions since it was made"), out);
    assertTrue(out.contains("before-restore-1"), out);
    assertEquals(0, run("reports"), () -> err);
    assertTrue(out.startsWith("4 reports waiting"), out);
    assertEquals(0, run("sessions", "--json"), () -> err);
    assertTrue(out.contains("\"Tale\""), out);
    Files.writeString(folder.resolve("robot.zip"), "no zip");
    assertEquals(1, run("restore", file));
    assertTrue(err.contains("This is no backup of a robot"), err);
    assertEquals(1, run("restore", folder.resolve("gone.zip").toString()));
    assertTrue(err.contains("gone.zip could not be brought back: it is not there"), err);
  }

  @Test
  void anEmptyRobotSaysWhereItsStoriesWouldLie() throws IOException {
    Files.delete(folder.resolve("stories/tale.md"));
    assertEquals(0, run("stories"));
    assertTrue(
        out.contains(
            "There are no stories in "
                + folder.resolve("data/stories")
                + " or "
                + folder.resolve("stories")),
        out);
    assertEquals(1, run("check"));
  }

  @Test
  void aRobotWithoutSessionsSaysSoAndMistakesAreExplained() throws IOException {
    assertEquals(0, run("sessions"), () -> err);
    assertTrue(out.contains("No session yet."), out);
    assertEquals(0, run("reports"), () -> err);
    assertTrue(out.contains("No report waits.") && out.contains("reported to nobody"), out);
    assertEquals(1, run("reports", "--send-again", "7"));
    assertTrue(err.contains("no report with the number 7"), err);
    assertEquals(1, run("sessions", "attend", "s-x", "--children", "3", "--grown-ups", "1"));
    assertTrue(err.contains("There is no session 's-x'"), err);
    assertEquals(2, run("stats", "--month", "November"));
    assertTrue(err.contains("A month is written as 2026-11"), err);
    Files.writeString(folder.resolve("iyagi.yaml"), "time-zone: Seoul\n");
    assertEquals(1, run("sessions"));
    assertTrue(err.contains("iyagi.yaml:1: time-zone = 'Seoul' is no time zone"), err);
  }

  @Test
  void aDatabaseThatCannotBeUsedEndsTheCollectorAtItsStartWithTheReason() throws IOException {
    Path file =
        Files.writeString(folder.resolve("reports.db"), "minutes of a meeting, not a table");
    assertEquals(1, run("collect", "--broker", "localhost", "--db", file.toString()));
    assertEquals(
        "The database "
            + file
            + " cannot be used: the file is not a database; name another one with --db.\n",
        err);
    String address = "jdbc:postgresql://127.0.0.1:1/reports?password=secret";
    assertEquals(1, run("collect", "--broker", "localhost", "--db", address));
    assertEquals(
        "The database jdbc:postgresql://127.0.0.1:1/reports cannot be used: nothing answers there;"
            + " check that it runs, and the address.\n",
        err);
  }

  @Test
  void sessionsAreListedCountedAndTheirAttendanceNoted() {
    var watch = Watch.system(true);
    String id;
    try (var memory =
        new TestPost().memory(folder.resolve("data"), watch, ZoneId.systemDefault())) {
      Session session = Sessions.begun(Kind.PROGRAMME, watch.now());
      memory.sessions().opened(session);
      memory.sessions().closed(Sessions.onPage(session, 12).end(Result.COMPLETED, watch.now()));
      id = session.id();
    }
    String beginning = id.substring(0, 12);
    assertEquals(
        0, run("sessions", "attend", beginning, "--children", "12", "--grown-ups", "5"), () -> err);
    assertEquals(2, run("sessions", "attend", id, "--children", "1000", "--grown-ups", "5"));
    assertTrue(err.contains("children = 1000 is outside 0..999"), err);
    assertEquals(0, run("sessions"), () -> err);
    assertTrue(out.contains("completed") && out.contains("12 children, 5 grown-ups"), out);
    assertEquals(0, run("sessions", "--json"), () -> err);
    assertTrue(out.contains("\"activeSeconds\" : 480"), out);
    String year = String.valueOf(watch.now().wall().atZone(ZoneId.systemDefault()).getYear());
    assertEquals(0, run("stats", "--year", year, "--csv"), () -> err);
    assertTrue(out.contains(year + ",all,all,1,1,8,12,5,1,0,0"), out);
    assertTrue(out.contains(year + ",kind,programme,1,1,8,12,5,1,0,0"), out);
    assertEquals(0, run("reports"), () -> err);
    assertTrue(out.contains("3 reports waiting"), out);
    assertEquals(0, run("reports", "--send-again", "2"), () -> err);
    assertEquals(0, run("reports"), () -> err);
    assertTrue(out.contains("Being sent again: from number 2"), out);
  }

  @Test
  void aProgrammeIsPlannedShownPrintedAndTakenOut() {
    assertEquals(
        0,
        run(
            "programme",
            "add",
            "tue",
            "--title",
            "Tales",
            "--weekly",
            "tuesday",
            "--manner",
            "calm",
            "--start",
            "10:30",
            "--material",
            "a blanket",
            "tale",
            "stretch",
            "question:What was it?"),
        () -> err);
    assertEquals(0, run("programme", "--next", "2"), () -> err);
    assertTrue(
        out.contains(
            "tue: 'Tales' every Tuesday at 10:30, at most 25 minutes, in en, calm: tale, stretch,"
                + " \"What was it?\""),
        out);
    assertEquals(2, out.lines().filter(line -> line.endsWith(" 10:30  Tales")).count(), out);
    assertEquals(0, run("programme", "run-sheet", "tue", "--date", "2026-12-01"), () -> err);
    assertTrue(out.contains("[ ] a blanket") && out.contains("asks: What was it?"), out);
    assertTrue(out.contains("for whom: calm"), out);
    assertTrue(out.contains("Hello, everyone!") && out.contains("Tale"), out);
    assertEquals(0, run("programme", "run-sheet", "tue", "--json"), () -> err);
    assertTrue(out.contains("\"kind\" : \"goodbye\""), out);
    assertEquals(0, run("programme", "remove", "tue"), () -> err);
    assertEquals(1, run("programme", "remove", "tue"));
    assertTrue(err.contains("There is no plan 'tue'"), err);
    assertEquals(0, run("programme", "--json"), () -> err);
    assertTrue(out.contains("\"revision\" : 2"), out);
  }

  @Test
  void aPlanMayHaveNoHelloAndNoGoodbyeButNotTwoOfEither() {
    String[] plan = {"programme", "add", "p", "--title=T", "--date=2036-12-01", "--start=10:30"};
    assertEquals(0, run(with(plan, "--no-hello", "--no-goodbye", "tale")), () -> err);
    assertEquals(0, run("programme", "run-sheet", "p", "--json"), () -> err);
    assertFalse(out.contains("hello") || out.contains("goodbye"), out);
    assertEquals(2, run(with(plan, "--no-hello", "--hello=tale", "tale")));
    assertTrue(err.contains("mutually exclusive"), err);
    assertEquals(2, run(with(plan, "question:A? | B")));
    assertTrue(err.contains("'B' is no part of a question"), err);
  }

  private static String[] with(String[] words, String... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void aPlanInQuietHoursIsKeptAndWarnedOf() {
    assertEquals(0, run("programme", "quiet", "18:00-09:00"), () -> err);
    String[] evening = {
      "programme", "add", "eve", "--title", "E", "--weekly", "friday", "--start", "19:00", "tale"
    };
    assertEquals(0, run(evening), () -> err);
    assertEquals(
        List.of(
            "Planned: E (eve).",
            "Mind: 19:00 is in quiet hours (18:00 to 09:00): nothing would begin."),
        out.lines().toList());
  }

  @Test
  void holidaysQuietHoursAndAnnouncementsAreKeptAndWrongOnesExplained() {
    assertEquals(0, run("programme", "holiday", "add", "2026-12-24", "--name", "Xmas"), () -> err);
    assertEquals(0, run("programme", "holiday"), () -> err);
    assertEquals("2026-12-24  Xmas", out.strip());
    assertEquals(0, run("programme", "holiday", "remove", "2026-12-24"), () -> err);
    assertEquals(1, run("programme", "holiday", "remove", "2026-12-24"));
    assertEquals(0, run("programme", "quiet", "18:00-09:00"), () -> err);
    assertEquals(2, run("programme", "quiet", "evening"));
    assertTrue(err.contains("'evening' are no hours; write them as 18:00-09:00"), err);
    assertEquals(2, run("programme", "announce", "31"));
    assertTrue(err.contains("announce-minutes = 31 min is outside 0..30 min"), err);
  }

  @Test
  void aProgrammeWithMistakesIsShownWithThemAndNotChanged() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Path file = Files.writeString(folder.resolve("data/programme.json"), "{\"plan\": []}");
    assertEquals(1, run("programme"));
    assertTrue(err.contains("unknown key 'plan'; did you mean 'plans'?"), err);
    assertEquals(1, run("programme", "announce", "5"));
    assertEquals("{\"plan\": []}", Files.readString(file));
  }

  @Test
  void theProgrammeInTheManualIsOne() throws IOException {
    String manual = Files.readString(Path.of("src/docs/programme.md"));
    String json = manual.substring(manual.indexOf("```json") + 7).split("```", 2)[0];
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/programme.json"), json);
    assertEquals(0, run("programme"), () -> err);
    assertTrue(out.contains("tuesday: 'Moon and bears' every Tuesday from 2026-12-01"), out);
  }
}
