package iyagi.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import iyagi.audio.AudioSink;
import iyagi.audio.Mixer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The house: who may use whom, and where vendors' types live. */
final class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("iyagi");

  /** What each room may use of the others; a room below another one may use that one, too. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("time", Set.of()),
          Map.entry("systemd", Set.of()),
          Map.entry("words", Set.of()),
          Map.entry("disk", Set.of()),
          Map.entry("story", Set.of("words")),
          Map.entry("audio", Set.of("time", "words")),
          Map.entry("motion", Set.of("time", "words")),
          Map.entry("light", Set.of("motion", "time", "words")),
          Map.entry("speech", Set.of("audio", "time", "words")),
          Map.entry("narration", Set.of("speech", "audio", "words")),
          Map.entry("score", Set.of("story", "speech", "audio", "motion", "light")),
          Map.entry("prepared", Set.of("score", "speech", "audio", "words")),
          Map.entry(
              "performance",
              Set.of("prepared", "score", "speech", "audio", "motion", "light", "time", "words")),
          Map.entry("library", Set.of("disk", "story", "words")),
          Map.entry(
              "program",
              Set.of("disk", "session", "performance", "score", "story", "time", "words")),
          Map.entry("session", Set.of("performance", "time", "words")),
          Map.entry("report", Set.of("session", "time", "words")),
          Map.entry("sql", Set.of()),
          Map.entry("sqlite", Set.of("sql", "report", "session", "time", "words")),
          Map.entry("input", Set.of("disk", "time", "words")),
          Map.entry("collect", Set.of("sql", "report", "time", "words")),
          Map.entry(
              "fleet",
              Set.of("report", "session", "performance", "score", "audio", "time", "words")),
          Map.entry(
              "settings",
              Set.of("disk", "audio", "motion", "light", "story", "report", "input", "words")),
          Map.entry("wiring", Set.of("settings", "motion", "light", "input")),
          Map.entry(
              "service",
              Set.of(
                  "words",
                  "narration",
                  "program",
                  "input",
                  "session",
                  "report",
                  "story",
                  "library",
                  "speech",
                  "score",
                  "prepared",
                  "performance",
                  "settings",
                  "audio",
                  "motion",
                  "light",
                  "collect",
                  "time")),
          Map.entry(
              "backup", Set.of("disk", "library", "report", "service", "session", "time", "words")),
          Map.entry(
              "console",
              Set.of(
                  "words",
                  "narration",
                  "backup",
                  "calibration",
                  "doctor",
                  "program",
                  "service",
                  "session",
                  "report",
                  "story",
                  "library",
                  "speech",
                  "score",
                  "prepared",
                  "performance",
                  "settings",
                  "audio",
                  "motion",
                  "light",
                  "input",
                  "time")),
          Map.entry(
              "doctor",
              Set.of(
                  "words",
                  "service",
                  "input",
                  "session",
                  "report",
                  "library",
                  "story",
                  "speech",
                  "settings",
                  "audio",
                  "motion",
                  "light",
                  "time")),
          Map.entry(
              "calibration",
              Set.of(
                  "disk",
                  "service",
                  "settings",
                  "performance",
                  "motion",
                  "audio",
                  "time",
                  "words")),
          Map.entry(
              "cli",
              Set.of(
                  "words",
                  "backup",
                  "console",
                  "calibration",
                  "program",
                  "doctor",
                  "wiring",
                  "service",
                  "systemd",
                  "input",
                  "session",
                  "report",
                  "story",
                  "library",
                  "speech",
                  "score",
                  "prepared",
                  "performance",
                  "settings",
                  "audio",
                  "motion",
                  "light",
                  "collect",
                  "fleet",
                  "time")),
          Map.entry(
              "app",
              Set.of(
                  "report",
                  "session",
                  "sqlite",
                  "cli",
                  "service",
                  "collect",
                  "library",
                  "speech",
                  "narration",
                  "settings",
                  "audio",
                  "motion",
                  "light",
                  "input",
                  "time",
                  "story",
                  "words")));

  /** Vendors' packages and the one room that may know them. */
  private static final Map<String, String> VENDORS =
      Map.ofEntries(
          Map.entry("marytts..", "iyagi.speech.mary"),
          Map.entry("opennlp..", "iyagi.speech.mary"),
          Map.entry("com.ibm.icu..", "iyagi.speech.mary"),
          Map.entry("org.commonmark..", "iyagi.story"),
          Map.entry("picocli..", "iyagi.cli"),
          Map.entry("javax.sound..", "iyagi.audio.javasound"),
          Map.entry("javax.smartcardio..", "iyagi.input.pcsc"),
          Map.entry("org.eclipse.paho..", "iyagi.report.mqtt"),
          Map.entry("org.sqlite..", "iyagi.sqlite"),
          Map.entry("com.google.zxing..", "iyagi.console"),
          Map.entry("io.helidon..", "iyagi.console"));

  @Test
  void hasReadTheWholeHouse() {
    Set<String> rooms = new TreeSet<>();
    HOUSE.forEach(c -> rooms.add(room(c)));
    assertEquals(new TreeSet<>(MAY_USE.keySet()), rooms);
    assertTrue(HOUSE.size() > 200, HOUSE.size() + " classes");
  }

  @Test
  void noTwoRoomsNeedEachOther() {
    SlicesRuleDefinition.slices().matching("iyagi.(*)..").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void everyRoomUsesOnlyWhatItMay() {
    Set<String> broken = new TreeSet<>();
    for (JavaClass from : HOUSE) {
      for (Dependency use : from.getDirectDependenciesFromSelf()) {
        JavaClass to = use.getTargetClass().getBaseComponentType();
        if (to.getPackageName().startsWith("iyagi.")
            && !room(from).equals(room(to))
            && !MAY_USE.get(room(from)).contains(room(to))) {
          broken.add(from.getName() + " uses " + to.getName());
        }
      }
    }
    assertEquals(Set.of(), broken);
  }

  @Test
  void aVendorsTypesStayInTheVendorsRoom() {
    VENDORS.forEach(
        (vendor, room) ->
            noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(vendor)
                .check(HOUSE));
    noClasses()
        .that()
        .resideOutsideOfPackages("iyagi.sql", "iyagi.sqlite", "iyagi.collect.jdbc")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.sql..")
        .check(HOUSE);
    noClasses()
        .that()
        .resideOutsideOfPackages("iyagi.motion.pi4j", "iyagi.light.pi4j", "iyagi.input.pi4j")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.pi4j..")
        .check(HOUSE);
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "iyagi.story",
            "iyagi.words",
            "iyagi.settings",
            "iyagi.score",
            "iyagi.report",
            "iyagi.collect",
            "iyagi.input",
            "iyagi.console",
            "iyagi.program",
            "iyagi.cli")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("tools.jackson..")
        .check(HOUSE);
  }

  @Test
  void onlyTheAppNamesAdapters() {
    classes()
        .that()
        .resideInAPackage("iyagi.sqlite")
        .should()
        .onlyBeAccessed()
        .byAnyPackage("iyagi.sqlite", "iyagi.app")
        .check(HOUSE);
    for (String adapter :
        List.of(
            "motion.sim",
            "motion.pi4j",
            "light.sim",
            "light.pi4j",
            "light.spidev",
            "input.sim",
            "input.pi4j",
            "input.evdev",
            "input.pcsc",
            "audio.sim",
            "audio.javasound",
            "speech.mary",
            "report.mqtt",
            "collect.jdbc")) {
      String feature = adapter.substring(0, adapter.indexOf('.'));
      classes()
          .that()
          .resideInAPackage("iyagi." + adapter)
          .should()
          .onlyBeAccessed()
          .byAnyPackage(
              "iyagi." + adapter, "iyagi.app", "iyagi." + feature + ".pi4j", "iyagi.light.pi4j")
          .check(HOUSE);
    }
  }

  /**
   * Whatever is heard, be it a word, a chime or an error, has gone through the one mixer; while a
   * robot is measured there is no player, and clicks and noise go through a mixer, too.
   */
  @Test
  void onlyThePlayerWritesSoundAndOnlyOutOfItsMixer() {
    Set<String> writers = new TreeSet<>();
    Set<String> mixers = new TreeSet<>();
    Set<String> feeders = new TreeSet<>();
    for (JavaClass from : HOUSE) {
      from.getConstructorCallsFromSelf().stream()
          .filter(call -> call.getTargetOwner().getName().equals("iyagi.performance.Feed"))
          .forEach(_ -> feeders.add(from.getName()));
      from.getMethodCallsFromSelf()
          .forEach(
              call -> {
                JavaClass owner = call.getTargetOwner();
                if (owner.isAssignableTo(AudioSink.class)
                    && call.getTarget().getName().equals("write")) {
                  writers.add(from.getName());
                }
                if (owner.isAssignableTo(Mixer.class) && call.getTarget().getName().equals("mix")) {
                  mixers.add(from.getName());
                }
              });
    }
    assertEquals(
        Set.of(
            "iyagi.audio.SteadfastSink",
            "iyagi.audio.sim.TapeSink",
            "iyagi.calibration.Speaker",
            "iyagi.performance.Feed"),
        writers);
    assertEquals(Set.of("iyagi.calibration.Speaker", "iyagi.performance.Feed"), mixers);
    assertEquals(Set.of("iyagi.performance.Player"), feeders);
  }

  @Test
  void onlyTheRoomOfTimeReadsTheSystemsClocks() {
    Pattern clocks =
        Pattern.compile(
            "System\\.(nanoTime|currentTimeMillis)|System::nanoTime|Instant\\.now\\(|LocalDate(Time)?\\.now\\(");
    for (Path file : Sources.java("src/main/java")) {
      if (!file.toString().contains("/iyagi/time/")) {
        assertTrue(!clocks.matcher(Sources.text(file)).find(), file + " reads a clock of its own");
      }
    }
  }

  @Test
  void everyRoomSaysWhatLivesInIt() {
    Set<String> packages = new TreeSet<>();
    HOUSE.forEach(c -> packages.add(c.getPackageName()));
    for (String name : packages) {
      Path info = Path.of("src/main/java", name.replace('.', '/'), "package-info.java");
      assertTrue(Sources.text(info).length() > 40, info + " says nothing");
    }
  }

  @Test
  void everyPublicTypeHasADescription() {
    Pattern type =
        Pattern.compile(
            "(?m)^(?<before>.*)\\n(?:@\\S+\\n)*public (?:sealed |final |abstract )*(?:class|record|interface|enum) ");
    int seen = 0;
    for (Path file : Sources.java("src/main/java")) {
      var match = type.matcher(Sources.text(file));
      if (match.find()) {
        seen++;
        assertTrue(
            match.group("before").endsWith("*/"),
            file + " has a public type without a description");
      }
    }
    assertTrue(seen > 80, "found only " + seen);
  }

  private static String room(JavaClass c) {
    String[] names = c.getPackageName().split("\\.", -1);
    return names.length > 1 ? names[1] : "";
  }
}
