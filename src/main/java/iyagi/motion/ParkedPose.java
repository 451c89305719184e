package iyagi.motion;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a robot's servos were let go last, kept over a power-off in a small text file of pulses: a
 * servo does not tell where it stands, and would run to a wrong first pulse at full speed. Pulses
 * and not angles, because a pulse means the same place after a new calibration. One thread.
 */
public final class ParkedPose {
  private static final Pattern LINE =
      Pattern.compile("(?<joint>[a-z-]{1,20}) (?<pulse>[0-9]{3,4}(?:\\.[0-9]{1,3})?)");
  private static final int LARGEST_BYTES = 4096;

  private final Path file;
  private final List<JointProfile> joints;

  /** The pose of a robot with these joints; the file need not be there. */
  public ParkedPose(Path file, List<JointProfile> joints) {
    this.file = file;
    this.joints = List.copyOf(joints);
  }

  /**
   * The pose that was kept; joints without a readable line, or with a pulse that their servos do
   * not take any more, are not in it and count as at rest.
   *
   * @throws IOException if there is a file that cannot be read
   */
  public Pose read() throws IOException {
    Pose pose = Pose.NONE;
    for (String line : text().lines().toList()) {
      Matcher match = LINE.matcher(line);
      if (match.matches()) {
        for (JointProfile joint : joints) {
          double pulse = Double.parseDouble(match.group("pulse"));
          if (joint.joint().key().equals(match.group("joint")) && takes(joint, pulse)) {
            pose = pose.with(joint.joint(), joint.referenceOfPulse(pulse));
          }
        }
      }
    }
    return pose;
  }

  private String text() throws IOException {
    try {
      return Files.size(file) > LARGEST_BYTES
          ? ""
          : new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (NoSuchFileException first) {
      return "";
    }
  }

  private static boolean takes(JointProfile joint, double pulse) {
    return pulse >= joint.calibration().minPulseMicros()
        && pulse <= joint.calibration().maxPulseMicros();
  }

  /**
   * Keeps a pose: all of it or nothing, also when the plug is pulled meanwhile.
   *
   * @throws IOException if it cannot be written; what was kept before stays
   */
  public void keep(Pose pose) throws IOException {
    StringBuilder text = new StringBuilder();
    for (JointProfile joint : joints) {
      if (pose.has(joint.joint())) {
        double pulse = joint.pulse(joint.own(pose.degrees(joint.joint(), 0)));
        text.append(
            String.format(Locale.ROOT, "%s %.3f%n", joint.joint().key(), pulse).replace("\r", ""));
      }
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel out =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
