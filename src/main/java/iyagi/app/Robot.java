package iyagi.app;

import iyagi.cli.Desk;
import iyagi.cli.Places;
import iyagi.library.Library;
import iyagi.speech.GuardedEngine;
import iyagi.speech.SpeechEngine;
import iyagi.speech.mary.MarySpeechEngine;
import iyagi.time.NanoClock;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one place where the parts are put together. Opens and loads nothing by itself. */
final class Robot implements AutoCloseable {
  private static final Path INSTALLED_DATA = Path.of("/var/lib/iyagi");

  private final SpeechEngine engine = new GuardedEngine(new MarySpeechEngine());
  private final Desk desk;

  Robot() {
    Places places = places();
    desk =
        new Desk(
            places,
            new Library(places.stories()),
            engine,
            new Devices(),
            NanoClock.system(),
            new Letterbox());
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
    return new Places(home.resolve("stories"), home.resolve("firmware-config/robots"), data);
  }

  @Override
  public void close() {
    engine.close();
  }
}
