package iyagi.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.input.Button;
import iyagi.input.ButtonEvent;
import iyagi.input.CardBook;
import iyagi.input.CardEvent;
import iyagi.input.CardId;
import iyagi.performance.Command;
import iyagi.performance.PassageSource;
import iyagi.performance.PerformanceEvent;
import iyagi.performance.PerformanceEvent.Ending;
import iyagi.performance.PlayerState;
import iyagi.report.Incoming;
import iyagi.report.Outgoing;
import iyagi.report.Refusal;
import iyagi.report.Station.Answer;
import iyagi.session.Keeping;
import iyagi.session.Kind;
import iyagi.session.Remembered;
import iyagi.session.Result;
import iyagi.settings.ProfileResult;
import iyagi.settings.RobotProfile;
import iyagi.settings.RobotProfiles;
import iyagi.settings.RobotSettings;
import iyagi.speech.HummingEngine;
import iyagi.sqlite.SqliteMemory;
import iyagi.time.ClockQuality;
import iyagi.time.ManualClock;
import iyagi.time.ManualWatch;
import iyagi.time.Moment;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The robot in service: what commands from afar, buttons and cards ask of the player. */
final class ServiceIT {
  /** A Wednesday. */
  private static final Instant TEN = Instant.parse("2026-11-25T10:00:00Z");

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private final ManualWatch watch =
      new ManualWatch(clock, new Moment("b1", Duration.ofMinutes(9), TEN, ClockQuality.NTP));
  private final FailingParts parts = new FailingParts();
  private final List<Command> asked = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private PlayerState.Phase phase = PlayerState.Phase.IDLE;
  private Desk desk;
  private SqliteMemory memory;
  private Keeping keeping;
  private Service service;
  private FromAfar station;
  private Hands hands;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(folder.resolve("stories"));
    Files.writeString(
        folder.resolve("stories/tale.md"),
        "# Tale\n\n##\nOne.\n\n##\nTwo.\n\n* License: CC BY 4.0\n* Language: en\n");
    desk = TestDesk.in(folder, new HummingEngine(), parts, clock);
    memory = SqliteMemory.open(desk.places().data(), watch, ZoneOffset.UTC);
    keeping =
        new Keeping(
            memory.sessions(), watch, ZoneOffset.UTC, sentence -> told.add(sentence.toString()));
    restart();
    CardBook book = CardBook.open(desk.places().cards());
    book.learn(new CardId("0004217788"), "tale");
    hands = new Hands(book, true, clock, service, sentence -> told.add(sentence.toString()));
  }

  private void restart() {
    RobotSettings settings =
        new RobotSettings(ZoneOffset.UTC, true, "", Optional.empty(), Optional.empty());
    service =
        new Service(desk, profile(), keeping, watch, sentence -> told.add(sentence.toString()));
    station =
        new FromAfar(
            desk,
            service,
            profile(),
            settings,
            keeping,
            watch,
            sentence -> told.add(sentence.toString()));
    service.take(asked::add, () -> phase);
  }

  private static RobotProfile profile() {
    return RobotProfiles.read(Path.of("firmware-config/robots/simulated.yaml"))
            instanceof ProfileResult.Read(RobotProfile profile)
        ? profile
        : null;
  }

  @AfterEach
  void close() {
    service.close();
    memory.close();
  }

  private Answer command(String type, Incoming.Args args) {
    return station.obey(new Incoming.Command("c", type, args, null, null));
  }

  private static Incoming.Args story(String story, Integer page) {
    return new Incoming.Args(story, null, page, "programme", null, null, null, null, null);
  }

  private static Incoming.Args level(Integer level) {
    return new Incoming.Args(null, null, null, null, level, null, null, null, null);
  }

  private PassageSource started() {
    return ((Command.Start) asked.getLast()).story();
  }

  @Test
  void aStoryStartedFromAfarIsReadAndRemembered() {
    assertEquals(Answer.DONE, command("story.start", story("tale", null)));
    service.heard(new PerformanceEvent.Started(started()));
    service.heard(new PerformanceEvent.PageReached(1));
    clock.advance(Duration.ofMinutes(2));
    service.heard(new PerformanceEvent.Ended(Ending.COMPLETED));
    keeping.step();
    Remembered session = memory.sessions().latest(1).getFirst();
    assertEquals("Tale", session.session().title().title());
    assertEquals(64, session.session().title().edition().length());
    assertEquals(Kind.PROGRAMME, session.session().kind());
    assertEquals(Result.COMPLETED, session.session().ended().orElseThrow().result());
    assertEquals(Duration.ofMinutes(2), session.session().tally().active());
    assertEquals(TEN, session.began());
  }

  @Test
  void theVersionIsOneThatTheContractAllows() {
    // The pattern of State.v and Info.sw in asyncapi.yaml.
    assertTrue(station.version().matches("[0-9A-Za-z][0-9A-Za-z.+-]{0,31}"), station::version);
  }

  @Test
  void everyStoryOfTheInventoryCanBeStartedByWhatTheInventorySaysOfIt() throws IOException {
    Files.copy(folder.resolve("stories/tale.md"), folder.resolve("stories/Mina and the bear.md"));
    Files.createDirectories(folder.resolve("stories/hen"));
    Files.copy(folder.resolve("stories/tale.md"), folder.resolve("stories/hen/story.en.md"));
    restart();
    assertEquals(3, station.inventory().stories().size());
    for (Outgoing.Shelved story : station.inventory().stories()) {
      assertEquals(Answer.DONE, command("story.start", story(story.id(), null)), story::toString);
      assertEquals(Answer.DONE, command("story.start", inLanguage(story.id(), story.lang())));
      assertEquals(
          Answer.refused(Refusal.UNKNOWN_STORY),
          command("story.start", inLanguage(story.id(), "ko")));
    }
  }

  private static Incoming.Args inLanguage(String story, String language) {
    return new Incoming.Args(story, language, null, null, null, null, null, null, null);
  }

  @Test
  void aProgrammeGoesOnFromItsPage() {
    assertEquals(Answer.DONE, command("story.start", story("tale", 2)));
    Command.Start start = (Command.Start) asked.getLast();
    assertEquals(2, start.story().page(start.passage()));
  }

  @Test
  void whatCannotBeDoneIsRefusedWithItsReason() {
    assertEquals(Answer.refused(Refusal.BAD_ARGS), command("story.start", Incoming.Args.NONE));
    assertEquals(
        Answer.refused(Refusal.UNKNOWN_STORY), command("story.start", story("nothing", 1)));
    assertEquals(
        Answer.refused(Refusal.UNKNOWN_STORY), command("story.start", story("/etc/passwd", 1)));
    assertEquals(Answer.refused(Refusal.BAD_ARGS), command("story.start", story("tale", 0)));
    assertEquals(Answer.refused(Refusal.NOT_READING), command("story.pause", Incoming.Args.NONE));
    assertEquals(Answer.refused(Refusal.BAD_ARGS), command("volume.set", level(101)));
    assertEquals(Answer.refused(Refusal.NOT_ALLOWED), command("story.fetch", Incoming.Args.NONE));
    assertEquals(List.of(), asked);
  }

  @Test
  void theLibrarysCeilingHoldsForEveryVolume() {
    station.wish(new Incoming.Desired(1, 60, null, null));
    command("volume.set", level(90));
    assertEquals(new Command.Volume(60), asked.getLast());
    service.loudness().louder(-20);
    assertEquals(new Command.Volume(40), asked.getLast());
  }

  @Test
  void nothingGetsLouderByItselfAndQuieterIsHeardAtOnce() {
    station.wish(new Incoming.Desired(1, 30, null, null));
    service.loudness().louder(50);
    service.loudness().louder(-10);
    assertEquals(new Command.Volume(20), asked.getLast());
    station.wish(new Incoming.Desired(2, null, null, null));
    assertEquals(new Command.Volume(20), asked.getLast());
  }

  @Test
  void outsideOpeningHoursNobodyStartsItFromAfar() {
    station.wish(
        new Incoming.Desired(1, null, List.of(new Incoming.Hours(3, "11:00", "18:00")), null));
    assertEquals(Answer.refused(Refusal.OUTSIDE_HOURS), command("story.start", story("tale", 1)));
    clock.advance(Duration.ofHours(1));
    assertEquals(Answer.DONE, command("story.start", story("tale", 1)));
  }

  @Test
  void aFaultIsReportedOnceAndClearedOnce() {
    for (int i = 0; i < 3; i++) {
      service.heard(new PerformanceEvent.MotionLost(Sentence.plain("gone")));
    }
    assertEquals(List.of("servos"), station.faults());
    service.heard(new PerformanceEvent.MotionBack());
    service.heard(new PerformanceEvent.MotionBack());
    keeping.step();
    assertEquals(
        List.of("iyagi.fault.raised", "iyagi.fault.cleared"),
        memory.outbox().after(0, 9).stream()
            .map(r -> r.type())
            .filter(t -> t.contains("fault"))
            .toList());
  }

  @Test
  void aLearnedCardStartsItsStoryAndAnUnknownOneIsToldWithoutItsNumber() {
    hands.card(new CardEvent.Placed(new CardId("0004217788")));
    hands.step();
    assertEquals("Tale", started().title());
    hands.card(new CardEvent.Placed(new CardId("0009999999")));
    hands.step();
    assertTrue(told.getLast().contains("belongs to no story"), told::toString);
    assertTrue(told.stream().noneMatch(t -> t.contains("0009999999")), told::toString);
  }

  @Test
  void theStopButtonHaltsBeforeAnythingElse() {
    hands.button(new ButtonEvent.Pressed(Button.STOP));
    assertEquals(List.of(new Command.Halt()), asked, "without a step of the hands");
  }

  @Test
  void oneButtonStartsAndReadsAgain() {
    hands.button(new ButtonEvent.Pressed(Button.START));
    hands.step();
    assertEquals("Tale", started().title());
    phase = PlayerState.Phase.READING;
    hands.button(new ButtonEvent.Released(Button.START));
    hands.button(new ButtonEvent.Pressed(Button.START));
    hands.step();
    assertEquals(new Command.Again(), asked.getLast());
  }

  @Test
  void theStartButtonPassesOverAStoryThatNobodyCanReadAloud() throws IOException {
    Files.writeString(
        folder.resolve("stories/aaa.md"),
        "# 첫 이야기\n\n##\n하나.\n\n* License: CC BY 4.0\n* Language: ko\n");
    hands.button(new ButtonEvent.Pressed(Button.START));
    hands.step();
    assertEquals("Tale", started().title());
  }

  @Test
  void theStartButtonFindsAStoryWhoseFolderHasAKoreanName() throws IOException {
    Files.delete(folder.resolve("stories/tale.md"));
    Files.writeString(
        folder.resolve("stories/달.md"),
        "# Moon\n\n##\nOne.\n\n* License: CC BY 4.0\n* Language: en\n");
    service.stock().changed();
    hands.button(new ButtonEvent.Pressed(Button.START));
    hands.step();
    assertEquals("Moon", started().title());
  }

  @Test
  void aStartButtonWithNothingToReadSaysSo() throws IOException {
    Files.delete(folder.resolve("stories/tale.md"));
    hands.button(new ButtonEvent.Pressed(Button.START));
    hands.step();
    assertEquals(List.of(), asked);
    assertTrue(told.getLast().startsWith("The start button was pressed, but"), told.toString());
  }
}
