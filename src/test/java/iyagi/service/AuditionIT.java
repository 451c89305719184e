package iyagi.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.library.Edition;
import iyagi.motion.Joint;
import iyagi.motion.JointProfile;
import iyagi.motion.Limits;
import iyagi.score.Beat;
import iyagi.service.Audition.Frame;
import iyagi.service.Audition.Take;
import iyagi.service.Audition.Wait;
import iyagi.settings.ProfileResult;
import iyagi.settings.RobotProfile;
import iyagi.settings.RobotProfiles;
import iyagi.speech.HummingEngine;
import iyagi.time.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A story is heard and seen before children hear it. */
final class AuditionIT {
  private static final String TALE =
      "# Tale\n\n##\nOne bear waves to us. {wave} {sound wind} Two bears nod. More bears come.\n\n##\nThree." //
          + "\n\n* License: CC0\n* Language: en\n";

  @TempDir private Path folder;
  private final HummingEngine engine = new HummingEngine();
  private boolean free = true;
  private Desk desk;
  private RobotProfile robot;
  private Auditions auditions;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(folder.resolve("stories"));
    Files.writeString(folder.resolve("stories/tale.md"), TALE);
    desk = TestDesk.in(folder, engine, new FailingParts(), new ManualClock());
    robot =
        RobotProfiles.read(Path.of("firmware-config/robots/simulated.yaml"))
                instanceof ProfileResult.Read(RobotProfile profile)
            ? profile
            : null;
    auditions = new Auditions(desk, robot, new Turns(() -> free));
  }

  private Audition tale() throws IOException {
    Edition edition = desk.library().editions().getFirst();
    StoryAtHand at = StoryAtHand.read(desk, edition, _ -> {}).orElseThrow();
    return auditions.find(auditions.open(at)).orElseThrow();
  }

  private static int saying(Audition audition, String text) {
    List<Beat> beats = audition.beats();
    for (int i = 0; i < beats.size(); i++) {
      if (beats.get(i) instanceof Beat.Say say && say.phrase().text().contains(text)) {
        return i;
      }
    }
    throw new AssertionError("nobody says " + text);
  }

  private static List<Frame> frames(Audition audition, int number) throws Exception {
    return assertInstanceOf(Take.Shown.class, audition.passage(number)).frames();
  }

  @Test
  void whatWasHeardIsReadyForReadings() throws Exception {
    Audition first = tale();
    for (int i = 0; i < first.beats().size(); i++) {
      assertInstanceOf(Take.Shown.class, first.passage(i));
    }
    assertEquals(5, engine.spoken());
    Audition second = tale();
    assertInstanceOf(Take.Shown.class, second.passage(saying(second, "Three")));
    assertEquals(5, engine.spoken());
    Readying readying = new Readying(desk, () -> true, _ -> {});
    assertTrue(readying.step());
    assertEquals(100, readying.states().get("tale").percent());
  }

  @Test
  void whileTheRobotReadsOnlyWhatIsReadyIsHeard() throws Exception {
    Audition tale = tale();
    int three = saying(tale, "Three");
    assertInstanceOf(Take.Shown.class, tale.passage(three));
    free = false;
    assertInstanceOf(Take.Shown.class, tale().passage(three));
    assertEquals(new Take.Not(Wait.ROBOT_READS), tale().passage(saying(tale, "One bear")));
    assertEquals(1, engine.spoken());
    free = true;
    assertInstanceOf(Take.Shown.class, tale.passage(saying(tale, "One bear")));
  }

  @Test
  void theDrawnRobotMovesWithinTheLimitsOfTheRealOne() throws Exception {
    robot = robot.with(robot.joints().stream().map(AuditionIT::slow).toList());
    auditions = new Auditions(desk, robot, new Turns(() -> free));
    Audition tale = tale();
    List<Frame> all = new ArrayList<>();
    for (int i = 0; i < tale.beats().size(); i++) {
      List<Frame> frames = frames(tale, i);
      for (JointProfile profile : robot.joints()) {
        double most = profile.limits().maxSpeed() / Audition.FRAMES_HZ + 0.01;
        for (int f = 1; f < frames.size(); f++) {
          double step =
              frames.get(f).pose().degrees(profile.joint(), 0)
                  - frames.get(f - 1).pose().degrees(profile.joint(), 0);
          assertTrue(Math.abs(step) <= most, profile.joint() + " jumps by " + step);
        }
      }
      all.addAll(frames);
    }
    assertTrue(most(all, Joint.RIGHT_ARM) > 20, "the arm waves: " + most(all, Joint.RIGHT_ARM));
    assertTrue(most(all, Joint.MOUTH) > 0.5, "the mouth opens: " + most(all, Joint.MOUTH));
  }

  /** A joint that is a quarter as fast as the movements are written for. */
  private static JointProfile slow(JointProfile joint) {
    Limits limits = joint.limits();
    return new JointProfile(
        joint.joint(),
        joint.channel(),
        new Limits(
            limits.minDegrees(),
            limits.maxDegrees(),
            limits.restDegrees(),
            limits.maxSpeed() / 4,
            limits.maxAcceleration() / 4),
        joint.calibration(),
        joint.lead(),
        joint.idleOff(),
        joint.dutyPercent());
  }

  private static double most(List<Frame> frames, Joint joint) {
    return frames.stream().mapToDouble(f -> f.pose().degrees(joint, 0)).max().orElse(0);
  }

  @Test
  void aMovementThatRunsOnIsSeenInThePassageBehindIt() throws Exception {
    Audition tale = tale();
    int two = saying(tale, "Two bears");
    List<Frame> before = frames(tale, two);
    List<Frame> after = frames(tale, two + 1);
    assertEquals(
        before.getLast().pose().degrees(Joint.RIGHT_ARM, 0),
        after.getFirst().pose().degrees(Joint.RIGHT_ARM, 0),
        5);
    assertTrue(most(before, Joint.RIGHT_ARM) < 10, "it has only begun");
    assertTrue(most(after, Joint.RIGHT_ARM) > 20, "it goes on");
  }

  @Test
  void anUnsavedTextIsHeardAsItWouldBe() throws Exception {
    StoryAtHand draft =
        StoryAtHand.draft(desk, "tale.md", TALE.replace("Three.", "Four.")).orElseThrow();
    Audition tale = auditions.find(auditions.open(draft)).orElseThrow();
    assertInstanceOf(Take.Shown.class, tale.passage(saying(tale, "Four")));
    assertTrue(
        StoryAtHand.draft(desk, "tale.md", TALE.replace("Three.", "Three. {nodd}")).isEmpty());
  }

  @Test
  void onlyTheLastFewStoriesStayOpen() throws IOException {
    StoryAtHand at =
        StoryAtHand.read(desk, desk.library().editions().getFirst(), _ -> {}).orElseThrow();
    String first = auditions.open(at);
    for (int i = 0; i < 5; i++) {
      auditions.open(at);
    }
    assertTrue(auditions.find(first).isPresent());
    auditions.open(at);
    auditions.open(at);
    assertTrue(auditions.find("2").isEmpty(), "the one that nobody has asked for the longest");
    assertTrue(auditions.find(first).isPresent());
  }

  @Test
  void aNameIsNeverAPath() throws Exception {
    Audition tale = tale();
    for (String name : List.of("../../stories/tale", "/etc/passwd", "x", "wind/../wind")) {
      assertThrows(IOException.class, () -> tale.speech(name));
      assertThrows(IOException.class, () -> tale.sound(name));
    }
    assertTrue(tale.sound("wind").samples().length > 0);
  }
}
