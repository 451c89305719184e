package iyagi.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.report.BrokerAddress;
import iyagi.report.mqtt.Broker;
import iyagi.service.Desk;
import iyagi.service.FailingParts;
import iyagi.service.Possession;
import iyagi.service.TestDesk;
import iyagi.settings.ProfileResult;
import iyagi.settings.RobotProfiles;
import iyagi.settings.RobotSettings;
import iyagi.settings.SettingsResult;
import iyagi.speech.HummingEngine;
import iyagi.time.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A robot is looked at: what is well, what is not. */
final class DoctorIT {
  private static final String CREDITS = "\n\n* License: CC BY 4.0\n* Language: en\n";

  @TempDir private Path folder;
  private final FailingParts parts = new FailingParts();
  private ProfileResult profile =
      RobotProfiles.read(Path.of("firmware-config/robots/simulated.yaml"));
  private SettingsResult settings = new SettingsResult.Read(alone());

  private static RobotSettings alone() {
    return new RobotSettings(ZoneOffset.UTC, true, "", Optional.empty(), Optional.empty());
  }

  @BeforeEach
  void fill() throws IOException {
    Files.createDirectories(folder.resolve("stories"));
    Files.writeString(folder.resolve("stories/tale.md"), "# Tale\n\n##\nOne." + CREDITS);
  }

  private List<Finding> look() {
    Desk desk = TestDesk.in(folder, new HummingEngine(), parts, new ManualClock());
    List<Finding> told = new ArrayList<>();
    List<Finding> found =
        new Doctor(new Patient(desk, profile, settings, ""), Duration.ZERO).look(told::add);
    assertEquals(told, found);
    return found;
  }

  private static Finding of(Part part, List<Finding> found) {
    return found.stream().filter(finding -> finding.part() == part).findFirst().orElseThrow();
  }

  private static String words(Finding finding) {
    return Words.of(Locale.ENGLISH).sentence(finding.key(), finding.args());
  }

  @Test
  void aHealthyRobotHasNothingBrokenAndEverySentenceIsWhole() {
    List<Finding> found = look();
    assertTrue(
        found.stream().noneMatch(finding -> finding.verdict() == Verdict.BROKEN), found.toString());
    for (Part part : List.of(Part.SERVOS, Part.LAMPS, Part.BUTTONS, Part.CARDS, Part.SOUND)) {
      assertEquals(Verdict.WORKS, of(part, found).verdict(), part.word());
    }
    for (Finding finding : found) {
      assertTrue(!words(finding).contains("{"), words(finding));
    }
    assertEquals("Stories that can be read: 1.", words(of(Part.STORIES, found)));
  }

  @Test
  void whatDoesNotAnswerIsNamedWithItsReason() {
    parts.noServos = true;
    parts.noLamps = true;
    parts.soundFailsAfterWrites = -1;
    List<Finding> found = look();
    assertEquals(Verdict.BROKEN, of(Part.SERVOS, found).verdict());
    assertTrue(words(of(Part.SERVOS, found)).contains("check its plug"));
    assertEquals(Verdict.BROKEN, of(Part.LAMPS, found).verdict());
    assertEquals(Verdict.BROKEN, of(Part.SOUND, found).verdict());
  }

  @Test
  void aRobotInServiceIsNotTouched() throws Possession.Refused {
    parts.noServos = true;
    try (Possession _ = Possession.take(folder.resolve("data"))) {
      List<Finding> found = look();
      assertEquals(Verdict.UNSEEN, of(Part.SERVOS, found).verdict());
      assertEquals(Verdict.UNSEEN, of(Part.BROKER, found).verdict());
      assertTrue(found.stream().noneMatch(finding -> finding.part() == Part.SOUND));
    }
    assertEquals(Verdict.BROKEN, of(Part.SERVOS, look()).verdict());
  }

  @Test
  void everyMistakeInProfileAndSettingsIsShownAndTheRestIsLookedAt() {
    profile = new ProfileResult.Rejected(List.of("owl.yaml:3: one", "owl.yaml:5: two"));
    settings = new SettingsResult.Rejected(List.of("iyagi.yaml:1: three"));
    List<Finding> found = look();
    assertEquals(
        List.of("owl.yaml:3: one", "owl.yaml:5: two"),
        found.stream()
            .filter(finding -> finding.part() == Part.PROFILE)
            .map(DoctorIT::words)
            .toList());
    assertEquals("iyagi.yaml:1: three", words(of(Part.SETTINGS, found)));
    assertEquals(Verdict.WORKS, of(Part.STORIES, found).verdict());
  }

  @Test
  void storiesWithMistakesAndWithoutAVoiceAreNamed() throws IOException {
    Files.writeString(folder.resolve("stories/bad.md"), "# Bad\n\n##\nOne. {nodd}" + CREDITS);
    Files.writeString(
        folder.resolve("stories/hana.md"),
        "# Hana\n\n##\nOne." + CREDITS.replace("Language: en", "Language: ko"));
    List<String> stories =
        look().stream()
            .filter(finding -> finding.part() == Part.STORIES)
            .map(DoctorIT::words)
            .toList();
    assertEquals(3, stories.size(), stories.toString());
    assertTrue(stories.get(1).endsWith(": hana."), stories.get(1));
    assertTrue(stories.get(2).endsWith(": bad."), stories.get(2));
  }

  @Test
  void theWayToTheLibraryIsGoneOnce() throws Exception {
    try (Broker broker = Broker.with()) {
      settings = new SettingsResult.Read(reporting(broker.port()));
      assertEquals(Verdict.WORKS, of(Part.BROKER, look()).verdict());
      broker.kill();
      Finding found = of(Part.BROKER, look());
      assertEquals(Verdict.BROKEN, found.verdict());
      assertTrue(words(found).contains("mqtt://127.0.0.1:" + broker.port()), words(found));
    }
  }

  private static RobotSettings reporting(int port) {
    BrokerAddress address =
        new BrokerAddress("127.0.0.1", port, Optional.empty(), Optional.empty());
    return new RobotSettings(
        ZoneOffset.UTC,
        true,
        "",
        Optional.of(new RobotSettings.Reporting("rb-1", address, true)),
        Optional.empty());
  }

  @Test
  void aDiskThatCannotBeWrittenIsTold() throws IOException {
    Files.writeString(folder.resolve("data"), "a file in the way");
    List<Finding> found = look();
    assertEquals(Verdict.BROKEN, of(Part.DISK, found).verdict());
    assertEquals(Verdict.BROKEN, of(Part.MEMORY, found).verdict());
    assertEquals("servos.closed", of(Part.SERVOS, found).key());
  }
}
