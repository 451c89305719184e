package iyagi.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.performance.Command;
import iyagi.performance.PassageSource;
import iyagi.performance.PerformanceEvent;
import iyagi.performance.PerformanceEvent.Ending;
import iyagi.performance.PlayerState;
import iyagi.performance.Rehearsal;
import iyagi.program.Item;
import iyagi.program.Part;
import iyagi.program.Storyteller.Left;
import iyagi.program.Storyteller.Situation;
import iyagi.score.Cue;
import iyagi.score.Manner;
import iyagi.session.Keeping;
import iyagi.session.Kind;
import iyagi.session.Session;
import iyagi.session.SessionRecorder;
import iyagi.settings.ProfileResult;
import iyagi.settings.RobotProfile;
import iyagi.settings.RobotProfiles;
import iyagi.speech.HummingEngine;
import iyagi.sqlite.SqliteMemory;
import iyagi.time.ClockQuality;
import iyagi.time.ManualClock;
import iyagi.time.ManualWatch;
import iyagi.time.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a programme asks of the robot in service. */
final class ProgrammeTellerIT {
  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private final ManualWatch watch =
      new ManualWatch(
          clock,
          new Moment(
              "b1",
              Duration.ofMinutes(9),
              Instant.parse("2026-12-01T10:30:00Z"),
              ClockQuality.NTP));
  private final List<Command> asked = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private PlayerState.Phase phase = PlayerState.Phase.IDLE;
  private SqliteMemory memory;
  private Keeping keeping;
  private Service service;
  private Desk desk;
  private ProgrammeTeller teller;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    story("tale", "# Tale\n\n##\nOne.\n\n##\nTwo.");
    desk = TestDesk.in(folder, new HummingEngine(), new FailingParts(), clock);
    memory = SqliteMemory.open(desk.places().data(), watch, ZoneOffset.UTC);
    keeping =
        new Keeping(
            memory.sessions(), watch, ZoneOffset.UTC, sentence -> told.add(sentence.toString()));
    service =
        new Service(desk, profile(), keeping, watch, sentence -> told.add(sentence.toString()));
    service.take(asked::add, () -> phase);
    teller = new ProgrammeTeller(desk, service, memory.sessions());
    rehearse(tale(1, Optional.empty()));
  }

  private void story(String id, String text) throws IOException {
    Files.createDirectories(folder.resolve("stories"));
    Files.writeString(
        folder.resolve("stories/" + id + ".md"),
        text + "\n\n* License: CC BY 4.0\n* Language: en\n");
  }

  private static RobotProfile profile() {
    return RobotProfiles.read(Path.of("firmware-config/robots/simulated.yaml"))
            instanceof ProfileResult.Read(RobotProfile profile)
        ? profile
        : null;
  }

  @AfterEach
  void close() {
    memory.close();
  }

  private static Part.Reading tale(int page, Optional<String> before) {
    return new Part.Reading("tale", "en", SessionRecorder.newId(), page, before);
  }

  private PassageSource started() {
    return ((Command.Start) asked.getLast()).story();
  }

  private void happen(PerformanceEvent event) {
    service.heard(event);
    teller.heard(event);
    keeping.step();
  }

  /** So that nothing is written behind the test's back. */
  private void rehearse(Part part) throws InterruptedException {
    ProgrammeTeller.rehearse(desk, part, Manner.USUAL, sentence -> told.add(sentence.toString()));
  }

  private void begin(Part part) throws InterruptedException {
    rehearse(part);
    assertEquals(Optional.empty(), teller.begin(part));
    happen(new PerformanceEvent.Started(started()));
    phase = PlayerState.Phase.READING;
  }

  private void end(Ending ending) {
    phase = PlayerState.Phase.IDLE;
    happen(new PerformanceEvent.Ended(ending));
  }

  @Test
  void ownWordsAreSaidAndCaptionedWithTheWaveOrTheChimeOfTheUsualOnes()
      throws InterruptedException {
    begin(new Part.Saying(Part.Saying.At.HELLO, "Hello, Pohang! It is 10 o'clock. Come!", "en"));
    PassageSource hello = started();
    assertEquals("Hello, Pohang!", hello.title());
    assertEquals(List.of("Hello, Pohang!", "It is 10 o'clock.", "Come!"), captions(hello));
    assertEquals(1, cues(hello, Cue.Move.class).filter(m -> m.name().equals("wave")).count());
    end(Ending.COMPLETED);
    begin(new Part.Saying(Part.Saying.At.ANNOUNCEMENT, "Come, all!", "en"));
    assertEquals(List.of("Come, all!"), captions(started()));
    assertEquals(1, cues(started(), Cue.Sound.class).count());
    end(Ending.COMPLETED);
    assertEquals(List.of(), memory.sessions().latest(9), "what is said is no session");
  }

  private static <T extends Cue> Stream<T> cues(PassageSource story, Class<T> kind) {
    return Rehearsal.asPlayed(story).stream()
        .flatMap(passage -> passage.cues().stream())
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  private static List<String> captions(PassageSource story) {
    return cues(story, Cue.Speak.class).map(Cue.Speak::text).toList();
  }

  @Test
  void twoStoriesAreTwoSessionsOfOneProgrammeAndHelloIsNone() throws InterruptedException {
    begin(new Part.Words("hello", "en"));
    assertEquals("Hello, everyone!", started().title());
    end(Ending.COMPLETED);
    Part.Reading first = tale(1, Optional.empty());
    begin(first);
    end(Ending.COMPLETED);
    begin(tale(2, Optional.of(first.session())));
    assertEquals(2, started().page(((Command.Start) asked.getLast()).passage()));
    end(Ending.STOPPED);
    List<Session> kept = memory.sessions().latest(9).stream().map(r -> r.session()).toList();
    assertEquals(2, kept.size(), kept::toString);
    assertEquals(first.session(), kept.getLast().id());
    assertEquals(Optional.of(first.session()), kept.getFirst().resumes());
    assertTrue(kept.stream().allMatch(each -> each.kind() == Kind.PROGRAMME));
  }

  @Test
  void whatWasAskedForIsOursUntilItsEndWhateverElseHappens() {
    assertEquals(Situation.FREE, teller.situation());
    assertEquals(Optional.empty(), teller.begin(tale(1, Optional.empty())));
    assertEquals(Situation.OURS, teller.situation(), "although the player has not begun");
    happen(new PerformanceEvent.Started(started()));
    phase = PlayerState.Phase.READING;
    assertEquals(Optional.empty(), teller.ended());
    teller.finish();
    assertEquals(new Command.Finish(), asked.getLast());
    end(Ending.STOPPED);
    assertEquals(Optional.of(Ending.STOPPED), teller.ended());
    phase = PlayerState.Phase.PAUSED;
    assertEquals(Situation.BUSY, teller.situation());
    int commands = asked.size();
    teller.finish();
    teller.stop();
    assertEquals(commands, asked.size(), "what somebody else reads is left alone");
  }

  @Test
  void aPlansMannerHoldsUntilItsEndOrUntilAPersonSaysOtherwise() {
    service.manner(Manner.HARD_OF_HEARING);
    teller.suit(Optional.of(Manner.CALM));
    assertEquals(Manner.CALM, service.manner());
    assertTrue(service.mannerPlanned());
    teller.suit(Optional.empty());
    assertEquals(Manner.HARD_OF_HEARING, service.manner());
    teller.suit(Optional.of(Manner.CALM));
    service.manner(Manner.LOW_VISION);
    assertEquals(Manner.LOW_VISION, service.manner());
    assertFalse(service.mannerPlanned());
  }

  @Test
  void aStartThatAHaltSweptAwayHasEndedAndOneThatNeverComesFails() {
    assertEquals(Optional.empty(), teller.begin(tale(1, Optional.empty())));
    phase = PlayerState.Phase.HALTED;
    assertEquals(Optional.of(Ending.HALTED), teller.ended());
    assertEquals(Situation.HALTED, teller.situation());
    phase = PlayerState.Phase.IDLE;
    assertEquals(Optional.empty(), teller.begin(tale(1, Optional.empty())));
    clock.advance(Duration.ofSeconds(11));
    assertEquals(Optional.of(Ending.FAILED), teller.ended());
  }

  @Test
  void aSessionIsLeftOnItsPageUntilItWasReadToItsEnd() throws InterruptedException {
    Part.Reading reading = tale(1, Optional.empty());
    assertEquals(Optional.empty(), teller.left(reading.session()));
    begin(reading);
    happen(new PerformanceEvent.PageReached(2));
    assertEquals(Optional.of(new Left(false, 2)), teller.left(reading.session()));
    end(Ending.COMPLETED);
    assertEquals(Optional.of(new Left(true, 2)), teller.left(reading.session()));
  }

  @Test
  void aStoryFileOfTheLibrarysOwnIsSaidInsteadOfTheBuiltInOne()
      throws IOException, InterruptedException {
    story("hello", "# Welcome to our library!\n\n##\nSit down.");
    begin(new Part.Words("hello", "en"));
    assertEquals("Welcome to our library!", started().title());
  }

  @Test
  void everyBuiltInSentenceAndAQuestionCanBeReadInBothLanguages() throws InterruptedException {
    for (String language : Interludes.LANGUAGES) {
      for (String name : Interludes.NAMES) {
        List<String> wrong = new ArrayList<>();
        Optional<StoryAtHand> words =
            Interludes.words(
                desk, new Part.Words(name, language), sentence -> wrong.add(sentence.toString()));
        assertEquals(List.of(), wrong);
        assertEquals(language, words.orElseThrow().story().language().toLanguageTag());
      }
    }
    Item.Question question =
        new Item.Question("What did you see?", Duration.ofSeconds(4), "It is round.", "The moon!");
    begin(new Part.Asking(question, "en"));
    assertEquals("Let us think together.", started().title());
  }

  @Test
  void whatIsNotThereIsRefusedInWords() {
    String why = teller.begin(new Part.Words("hello", "fi")).orElseThrow().toString();
    assertEquals(
        "there is no story 'hello' in the language 'fi' on the shelf, and none is built in", why);
    Part.Reading nothing = new Part.Reading("nothing", "en", "s-1", 1, Optional.empty());
    assertTrue(
        teller
            .begin(nothing)
            .orElseThrow()
            .toString()
            .startsWith("There is no story 'nothing' here."));
    assertEquals(List.of(), asked);
  }
}
