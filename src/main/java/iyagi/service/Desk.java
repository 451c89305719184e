package iyagi.service;

import iyagi.library.Library;
import iyagi.speech.SpeechEngine;
import iyagi.time.NanoClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * What every part of the program works with. Nothing here is opened or loaded before it is used.
 *
 * @param places where things lie
 * @param library the robot's stories
 * @param engine speaks
 * @param hardware opens devices
 * @param clock monotonic time
 * @param post what is remembered, and the way to the library's server
 */
public record Desk(
    Places places,
    Library library,
    SpeechEngine engine,
    Hardware hardware,
    NanoClock clock,
    Post post) {
  /**
   * Where stories are looked for, in a sentence: "/var/lib/iyagi/stories or /opt/iyagi/stories".
   */
  public String shelves() {
    return library.folders().stream().map(Path::toString).collect(Collectors.joining(" or "));
  }

  /** The same desk with a data folder of its own that the system clears away. */
  public Desk keepingNothing() {
    try {
      Path scratch = Files.createTempDirectory("iyagi");
      scratch.toFile().deleteOnExit();
      return new Desk(
          new Places(places.stories(), places.robots(), scratch, places.settings()),
          library,
          engine,
          hardware,
          clock,
          post);
    } catch (IOException e) {
      return this;
    }
  }
}
