package iyagi.cli;

import iyagi.audio.AudioSink;
import iyagi.light.FlashLimit;
import iyagi.light.Lamps;
import iyagi.motion.Body;
import iyagi.motion.Joint;
import iyagi.motion.Pose;
import iyagi.motion.ServoBus;
import iyagi.performance.PassageSource;
import iyagi.performance.Rehearsal;
import iyagi.score.Captions;
import iyagi.score.Preview;
import iyagi.score.Score;
import iyagi.score.ScoreDrawing;
import iyagi.score.ScoreJson;
import iyagi.service.Desk;
import iyagi.service.Preparation;
import iyagi.service.StoryAtHand;
import iyagi.service.Told;
import iyagi.settings.RobotProfile;
import iyagi.time.ManualClock;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Writes a prepared story as files that a person can hear and look at. */
final class Rendering {
  static final String SOUND = "story.wav";
  static final String SCORE = "score.json";
  static final String TIMELINE = "timeline.svg";
  static final String CAPTIONS = "captions.vtt";
  static final String MOTION = "motion.csv";
  static final String PREVIEW = "index.html";

  private final Desk desk;
  private final StoryAtHand story;
  private final RobotProfile robot;
  private final PassageSource source;

  /** A rendering of a story whose preparation has been finished. */
  Rendering(Desk desk, StoryAtHand story, RobotProfile robot, Preparation prepared) {
    this.desk = desk;
    this.story = story;
    this.robot = robot;
    source = prepared.forPlayer();
  }

  /**
   * Writes all files into a folder, which is made if need be.
   *
   * @return what was written
   * @throws IOException if the folder cannot be written
   */
  Score into(Path folder) throws IOException {
    if (Files.isRegularFile(folder)) {
      throw new IOException("that is a file, not a folder");
    }
    Files.createDirectories(folder);
    Score score =
        new Score(
            story.edition().id(),
            story.story().title(),
            story.story().language(),
            Told.byline(story.story()).toString(),
            Rehearsal.asPlayed(source));
    try (Writer out = Files.newBufferedWriter(folder.resolve(SCORE))) {
      ScoreJson.write(score, out);
    }
    Files.writeString(folder.resolve(TIMELINE), ScoreDrawing.svg(score));
    Files.writeString(folder.resolve(CAPTIONS), Captions.webVtt(score));
    Files.writeString(folder.resolve(PREVIEW), Preview.html(score, SOUND));
    rehearse(folder);
    return score;
  }

  private void rehearse(Path folder) throws IOException {
    ManualClock clock = new ManualClock();
    try (AudioSink tape = desk.hardware().tape(clock, folder.resolve(SOUND));
        ServoBus servos = desk.hardware().simulatedServos(robot.joints(), clock);
        Lamps lamps = desk.hardware().simulatedLamps();
        BufferedWriter motion = Files.newBufferedWriter(folder.resolve(MOTION))) {
      Body body = new Body(robot.joints(), servos);
      Csv csv = new Csv(motion, body.joints());
      Rehearsal.play(
          source,
          tape,
          robot.volumeCeilingDb(),
          clock,
          new Rehearsal.Stand(body, new FlashLimit(lamps)),
          csv);
      csv.finish();
    }
  }

  /** Where every joint was told to be, 50 times a second, in degrees; with each joint's lead. */
  private static final class Csv implements Rehearsal.Watcher {
    private final BufferedWriter out;
    private final Set<Joint> joints;
    private IOException failed;

    Csv(BufferedWriter out, Set<Joint> joints) throws IOException {
      this.out = out;
      this.joints = joints;
      out.write("seconds");
      for (Joint joint : joints) {
        out.write("," + joint.key());
      }
      out.newLine();
    }

    @Override
    public void ticked(double seconds, Pose commanded) {
      StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%.4f", seconds));
      for (Joint joint : joints) {
        line.append(String.format(Locale.ROOT, ",%.3f", commanded.degrees(joint, 0)));
      }
      try {
        out.write(line.toString());
        out.newLine();
      } catch (IOException e) {
        failed = e;
      }
    }

    void finish() throws IOException {
      if (failed != null) {
        throw failed;
      }
    }
  }
}
