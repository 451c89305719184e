package iyagi.bench;

import iyagi.audio.AudioSink;
import iyagi.audio.sim.SilentSink;
import iyagi.console.RobotInService;
import iyagi.input.Buttons;
import iyagi.input.Cards;
import iyagi.light.Lamps;
import iyagi.motion.JointProfile;
import iyagi.motion.OutputGate;
import iyagi.motion.ServoBus;
import iyagi.performance.MotionLoop;
import iyagi.service.FailingParts;
import iyagi.service.Hardware;
import iyagi.session.Kind;
import iyagi.settings.RobotProfile;
import iyagi.time.NanoClock;
import iyagi.words.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether browsers that watch a reading delay its movement: how late the servo bus is written to
 * while nobody watches, and while many do (captions and everything that the page Now gets, over
 * real connections from another process). Arguments: seconds for each part (30), browsers (50).
 */
public final class WatchersBench {
  private static final String VISIT = "watchers-bench";

  private WatchersBench() {}

  /** Reads what a robot sends to so many browsers. Arguments: port, cookie, browsers. */
  static final class Browsers {
    private static final AtomicLong BYTES = new AtomicLong();

    private Browsers() {}

    /** Watches until it is killed; says how much came whenever it is a second later. */
    public static void main(String[] args) throws InterruptedException {
      for (int i = 0; i < Integer.parseInt(args[2]); i++) {
        Thread.ofVirtual().start(() -> watch(Integer.parseInt(args[0]), args[1]));
      }
      System.out.println("watching");
      for (long second = 1; ; second++) {
        TimeUnit.SECONDS.sleep(1);
        System.out.println("bytes a second " + BYTES.get() / second);
      }
    }

    private static void watch(int port, String cookie) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        String ask = "GET /api/events HTTP/1.1\r\nHost: x\r\nCookie: visit=" + cookie + "\r\n\r\n";
        socket.getOutputStream().write(ask.getBytes(StandardCharsets.UTF_8));
        byte[] some = new byte[8_192];
        InputStream in = socket.getInputStream();
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
          BYTES.addAndGet(read);
        }
      } catch (IOException gone) {
        System.out.println("a browser lost its connection: " + gone.getMessage());
      }
    }
  }

  /** Simulated devices that note when the servos are written to. */
  private record Watched(FailingParts parts, Beats[] beats) implements Hardware {
    @Override
    public ServoBus servos(RobotProfile profile) {
      return new Noting(parts.servos(profile), beats);
    }

    @Override
    public OutputGate safetyLine(RobotProfile profile) {
      return parts.safetyLine(profile);
    }

    @Override
    public ServoBus simulatedServos(List<JointProfile> joints, NanoClock clock) {
      return parts.simulatedServos(joints, clock);
    }

    @Override
    public Lamps lamps(RobotProfile profile) {
      return parts.lamps(profile);
    }

    @Override
    public Buttons buttons(RobotProfile profile) {
      return parts.buttons(profile);
    }

    @Override
    public Cards cards(RobotProfile profile) {
      return parts.cards(profile);
    }

    @Override
    public Lamps simulatedLamps() {
      return parts.simulatedLamps();
    }

    @Override
    public AudioSink sound(String words) {
      return new SilentSink(NanoClock.system(), Sentence.plain("silence"));
    }

    @Override
    public AudioSink silence(NanoClock clock, Sentence why) {
      return new SilentSink(clock, why);
    }

    @Override
    public AudioSink tape(NanoClock clock, Path file) throws IOException {
      return parts.tape(clock, file);
    }
  }

  private record Noting(ServoBus bus, Beats[] beats) implements ServoBus {
    @Override
    public Sentence name() {
      return bus.name();
    }

    @Override
    public void write(double[] pulses) {
      beats[0].beat();
      bus.write(pulses);
    }

    @Override
    public void release() {
      bus.release();
    }

    @Override
    public void close() {
      bus.close();
    }
  }

  /** Measures both. */
  public static void main(String[] args) throws Exception {
    Duration time = Duration.ofSeconds(args.length > 0 ? Integer.parseInt(args[0]) : 30);
    int browsers = args.length > 1 ? Integer.parseInt(args[1]) : 50;
    Sheet.open("Movement at 50 Hz while browsers watch");
    Path folder = Files.createTempDirectory(VISIT);
    Beats[] beats = {new Beats(1)};
    try (RobotInService robot =
        RobotInService.on(folder, new Watched(new FailingParts(), beats), Optional.empty())) {
      Files.writeString(folder.resolve("stories/long.md"), story(time));
      robot.service.start("long", 1, Kind.FREE, Optional.empty());
      TimeUnit.SECONDS.sleep(3);
      measure("nobody watches", time, beats);
      try (Child child =
          Child.java(
              "-cp",
              System.getProperty("java.class.path"),
              Browsers.class.getName(),
              Integer.toString(robot.console.port()),
              robot.signedIn(),
              Integer.toString(browsers))) {
        child.secondsUntil("watching"::equals);
        TimeUnit.SECONDS.sleep(2);
        measure(browsers + " browsers watch", time, beats);
        child.secondsUntil(
            line -> {
              Sheet.line("to all browsers: %s", line);
              return line.startsWith("bytes");
            });
      }
    }
    Sheet.goal("50 browsers do not delay a motion tick: p99.9 as with nobody, none missed");
  }

  private static String story(Duration time) {
    // A sentence of eight words takes about four seconds with the silence behind it.
    long sentences = 10 + 3 * time.toSeconds() / 4;
    return "# Long\n\n## \n"
        + "A small brown bear could not sleep tonight. {nod}\n\n".repeat((int) sentences)
        + "\n* License: CC BY 4.0\n* Language: en\n";
  }

  private static void measure(String name, Duration time, Beats[] beats)
      throws InterruptedException {
    Beats here = new Beats((int) time.dividedBy(MotionLoop.PERIOD));
    beats[0] = here;
    here.done.await();
    Sheet.line("%s: %s; missed %d", name, here.spread().text(), here.missed());
  }
}
