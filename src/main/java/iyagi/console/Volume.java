package iyagi.console;

import iyagi.audio.LoudnessTable;
import iyagi.service.Service;
import iyagi.settings.LoudnessFile;
import iyagi.settings.UsualVolume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How loud the robot is: the usual volume, the most that can be set, and what was measured. */
final class Volume implements Part {
  private static final int LOUDEST = 100;

  private final Robot robot;
  private final Service service;
  private final Soon soon;

  Volume(Robot robot) {
    this.robot = robot;
    soon = new Soon(robot);
    service = robot.service();
  }

  @Override
  public void routes(Door door) {
    door.get("/api/robot/volume", _ -> Answer.json(shown()));
    door.put("/api/robot/volume", this::keep);
    door.post("/api/robot/volume/hear", this::hear);
  }

  /**
   * How it is set.
   *
   * @param usual with which it begins
   * @param most that anybody can set
   * @param library the most that the library's server allows, 100 for all
   * @param ceiling in dB(A) at 50 cm, by the profile
   * @param measured "yes", "no", or "damaged"
   * @param at when it was measured, or ""
   * @param steps what the meter showed
   */
  record Shown(
      int usual,
      int most,
      int library,
      double ceiling,
      String measured,
      String at,
      List<LoudnessTable.Step> steps) {}

  private Shown shown() throws IOException {
    Path file = robot.desk().places().loudness();
    LoudnessFile.Result read = LoudnessFile.read(file);
    UsualVolume usual = service.loudness().usual();
    return new Shown(
        usual.usual(),
        usual.most(),
        service.loudness().loudestForLibrary(),
        robot.profile().loudnessCeilingDba(),
        switch (read) {
          case LoudnessFile.Result.Read _ -> "yes";
          case LoudnessFile.Result.Unmeasured _ -> "no";
          case LoudnessFile.Result.Rejected _ -> "damaged";
        },
        read instanceof LoudnessFile.Result.Read ? Files.getLastModifiedTime(file).toString() : "",
        read instanceof LoudnessFile.Result.Read(LoudnessTable table) ? table.steps() : List.of());
  }

  record Wish(int usual, int most) {}

  private Answer keep(Ask ask) throws IOException {
    Wish wish = ask.json(Wish.class);
    if (wish.most < 1 || wish.most > LOUDEST || wish.usual < 0 || wish.usual > wish.most) {
      throw new Refused(400, "volume-range");
    }
    service.loudness().keep(new UsualVolume(wish.usual, wish.most));
    return Answer.json(shown());
  }

  record Level(int level) {}

  /** A sentence at a level, never above what may be set. */
  private Answer hear(Ask ask) {
    int level = ask.json(Level.class).level;
    if (level < 0 || level > LOUDEST) {
      throw new Refused(400, "volume-range");
    }
    if (soon.quiet()) {
      throw new Refused(409, "quiet-hours");
    }
    boolean korean =
        ask.language().equals("ko") && service.stock().languages().contains(ask.language());
    String sentence = korean ? "안녕하세요. 저는 이만큼 크게 읽어요." : "Hello. This is how loud I read to you.";
    Optional<Service.Silence> silence =
        service.say(korean ? Locale.KOREAN : Locale.ENGLISH, List.of(sentence), level);
    if (silence.isPresent()) {
      throw switch (silence.get()) {
        case READING -> new Refused(409, "reading");
        case NEEDS_VOICE -> new Refused(409, "needs-voice");
        case BEING_ADJUSTED -> new Refused(409, "being-adjusted");
      };
    }
    return Answer.json(new Level(service.loudness().now()));
  }
}
