package iyagi.app;

import iyagi.library.Library;
import iyagi.narration.RecordedEngine;
import iyagi.service.Desk;
import iyagi.service.Places;
import iyagi.speech.GuardedEngine;
import iyagi.speech.SpeechEngine;
import iyagi.speech.mary.MarySpeechEngine;
import iyagi.time.NanoClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The one place where the parts are put together. Opens and loads nothing by itself. */
final class Robot implements AutoCloseable {
  private static final Path INSTALLED_DATA = Path.of("/var/lib/iyagi");
  private static final Path INSTALLED_SETTINGS = Path.of("/etc/iyagi/iyagi.yaml");

  private final SpeechEngine engine;
  private final Desk desk;

  Robot() {
    this(places(), new MarySpeechEngine());
  }

  /** One that lives in these folders and speaks so. */
  Robot(Places places, SpeechEngine voice) {
    engine = new GuardedEngine(new RecordedEngine(voice));
    desk =
        new Desk(
            places,
            new Library(List.of(places.added(), places.stories())),
            engine,
            new Devices(),
            NanoClock.system(),
            new PostOffice());
  }

  Desk desk() {
    return desk;
  }

  /**
   * Stories and profiles lie beside the program; what it makes goes to the system's place where the
   * robot has been installed, else beside the program, too. System properties (iyagi.home,
   * iyagi.data), which the start script sets, say otherwise.
   */
  private static Places places() {
    Path home = Path.of(System.getProperty("iyagi.home", "."));
    Path data =
        Files.isWritable(INSTALLED_DATA)
            ? INSTALLED_DATA
            : Path.of(System.getProperty("iyagi.data", home.resolve("data").toString()));
    Path settings =
        Files.exists(INSTALLED_SETTINGS)
            ? INSTALLED_SETTINGS
            : home.resolve("firmware-config/iyagi.yaml");
    return new Places(
        home.resolve("stories"), home.resolve("firmware-config/robots"), data, settings);
  }

  @Override
  public void close() {
    engine.close();
  }
}
