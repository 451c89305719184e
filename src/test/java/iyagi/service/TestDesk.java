package iyagi.service;

import iyagi.library.Library;
import iyagi.speech.SpeechEngine;
import iyagi.time.NanoClock;
import java.nio.file.Path;
import java.util.List;

/** A robot's desk in a test's folder: stories, data and settings lie below it. */
public final class TestDesk {
  private TestDesk() {}

  /** With the profiles of the robots that there are. */
  public static Desk in(Path folder, SpeechEngine engine, Hardware parts, NanoClock clock) {
    Places places =
        new Places(
            folder.resolve("stories"),
            Path.of("firmware-config/robots"),
            folder.resolve("data"),
            folder.resolve("iyagi.yaml"));
    Library library = new Library(List.of(places.added(), places.stories()));
    return new Desk(places, library, engine, parts, clock, new TestPost());
  }
}
