package iyagi.console;

import iyagi.library.Library;
import iyagi.performance.PerformanceEvent;
import iyagi.report.Memory;
import iyagi.service.Desk;
import iyagi.service.FailingParts;
import iyagi.service.Places;
import iyagi.service.Reading;
import iyagi.service.Service;
import iyagi.service.Steps;
import iyagi.service.TestPost;
import iyagi.session.Keeping;
import iyagi.settings.ProfileResult;
import iyagi.settings.RobotProfile;
import iyagi.settings.RobotProfiles;
import iyagi.settings.RobotSettings;
import iyagi.speech.MumblingEngine;
import iyagi.time.NanoClock;
import iyagi.time.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A simulated robot in service in real time, with its pages on a free port, as 'iyagi serve' puts
 * it together. For tests that look at pages.
 */
public final class RobotInService implements AutoCloseable {
  /** A story of two pages, about six seconds. */
  public static final String TALE =
      """
      ---
      title: The Small Owl
      language: en
      author: Iyagi
      license: CC BY 4.0
      ---
      # The Small Owl

      ## The branch
      A small owl sat on a branch. {glow yellow}

      Owl: Who is there?

      > Grown-ups: hoot like an owl together.

      ## The moon
      The moon looked down and smiled at her.
      """;

  public final Desk desk;
  public final Service service;
  public final Reading reading;
  public final Memory memory;
  public final Console console;
  public final List<String> told = new CopyOnWriteArrayList<>();
  public final List<PerformanceEvent> events = new CopyOnWriteArrayList<>();
  private final Steps keeping;

  /** With a few stories, and no PIN yet. */
  public static RobotInService in(Path folder) throws Exception {
    Path stories = Files.createDirectories(folder.resolve("stories"));
    Files.writeString(stories.resolve("owl.md"), TALE);
    return new RobotInService(folder);
  }

  private RobotInService(Path folder) throws Exception {
    Places places =
        new Places(
            folder.resolve("stories"),
            Path.of("firmware-config/robots"),
            folder.resolve("data"),
            folder.resolve("iyagi.yaml"));
    desk =
        new Desk(
            places,
            new Library(List.of(places.added(), places.stories())),
            new MumblingEngine(),
            new FailingParts(),
            NanoClock.system(),
            new TestPost());
    RobotSettings.Console pages = new RobotSettings.Console(0, "127.0.0.1", Optional.empty());
    RobotSettings settings =
        new RobotSettings(ZoneId.of("Asia/Seoul"), true, Optional.empty(), Optional.empty(), pages);
    Watch watch = Watch.system(true);
    memory = desk.post().memory(places.data(), watch, settings.zone());
    Keeping keeper = new Keeping(memory.sessions(), watch, settings.zone(), told::add);
    service = new Service(desk, profile(), settings, keeper, watch, told::add);
    keeping = new Steps("memory", keeper::await);
    reading =
        new Reading(
            desk,
            profile(),
            "",
            new Reading.Watchers(
                told::add,
                _ -> {},
                event -> {
                  service.heard(event);
                  events.add(event);
                }));
    service.take(reading::command, () -> reading.state().phase());
    console =
        Console.open(
            new Robot(desk, service, reading::scene, memory, profile(), settings, watch), pages);
  }

  private static RobotProfile profile() {
    return RobotProfiles.read(Path.of("firmware-config/robots/simulated.yaml"))
            instanceof ProfileResult.Read(RobotProfile profile)
        ? profile
        : null;
  }

  /** "http://127.0.0.1:54321". */
  public String address() {
    return "http://127.0.0.1:" + console.port();
  }

  /** What the robot would say. */
  public String code() throws IOException {
    return pin().code();
  }

  /** The PIN of its pages. */
  public Pin pin() {
    return Console.pin(desk.places().data());
  }

  @Override
  public void close() {
    console.close();
    reading.close();
    service.close();
    keeping.close();
    memory.close();
  }
}
