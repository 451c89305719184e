package iyagi.cli;

import iyagi.doctor.Doctor;
import iyagi.doctor.Finding;
import iyagi.doctor.Patient;
import iyagi.doctor.Verdict;
import iyagi.doctor.Words;
import iyagi.service.Desk;
import iyagi.settings.ProfileResult;
import iyagi.settings.SettingsResult;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Looks at every part of the robot. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Looks at every part of the robot and says what works, what does not and what to do.",
      "Nothing moves, sounds or shines, and no setting is changed. Ends with 1 if a part does not"
          + " work, else with 0."
    },
    footer = {
      "",
      "Examples:",
      "  iyagi doctor",
      "  iyagi doctor --robot owl --language ko",
      "  iyagi doctor --json"
    })
final class DoctorCommand implements Callable<Integer> {
  /** A card reader looks for its device every second. */
  private static final Duration PATIENCE = Duration.ofMillis(1200);

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Desk desk;

  @Option(
      names = "--robot",
      paramLabel = "NAME",
      defaultValue = "",
      description =
          "Robot profile by name or file. Default: owl on a Raspberry Pi, a simulated owl elsewhere.")
  private String robot;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      defaultValue = "",
      description =
          "The robot's settings. Default: /etc/iyagi/iyagi.yaml, else firmware-config/iyagi.yaml.")
  private String file;

  @Option(
      names = "--sound",
      paramLabel = "WORDS",
      defaultValue = "",
      description = "Sound device whose name contains these words. Default: the first one.")
  private String sound;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      defaultValue = "",
      description = "en or ko. Default: the machine's own.")
  private String language;

  @Option(names = "--json", description = "As JSON, for programs.")
  private boolean json;

  @Spec private CommandSpec spec;

  DoctorCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Words words = Words.of(language());
    ProfileResult profile = RobotAtHand.read(desk, robot);
    SettingsResult settings = SettingsAtHand.read(desk, file);
    Patient patient =
        new Patient(desk, profile, settings, SettingsAtHand.sound(sound, settings, profile));
    List<Finding> found =
        new Doctor(patient, PATIENCE)
            .look(
                each -> {
                  if (!json) {
                    show(each, words, out);
                  }
                });
    if (json) {
      out.println(json(found, words));
    } else {
      out.println(sum(found, words));
    }
    out.flush();
    return count(found, Verdict.BROKEN) > 0 ? Exit.PROBLEM : Exit.OK;
  }

  private Locale language() {
    return language.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(language);
  }

  private static void show(Finding finding, Words words, PrintWriter out) {
    out.println(
        "%s %s: %s%s"
            .formatted(
                mark(finding.verdict()),
                words.name(finding.part()),
                finding.verdict() == Verdict.WORKS || finding.verdict() == Verdict.UNSEEN
                    ? ""
                    : "(" + words.name(finding.verdict()) + ") ",
                words.sentence(finding.key(), finding.args())));
    out.flush();
  }

  private static String mark(Verdict verdict) {
    return switch (verdict) {
      case WORKS -> "[ok]";
      case UNSEEN -> "[--]";
      case ATTENTION -> "[ !]";
      case BROKEN -> "[!!]";
    };
  }

  private static String sum(List<Finding> found, Words words) {
    return words.sentence(
        "sum."
            + (count(found, Verdict.BROKEN) + count(found, Verdict.ATTENTION) == 0
                ? "well"
                : "not"),
        List.of(
            Long.toString(count(found, Verdict.BROKEN)),
            Long.toString(count(found, Verdict.ATTENTION))));
  }

  private static long count(List<Finding> found, Verdict verdict) {
    return found.stream().filter(finding -> finding.verdict() == verdict).count();
  }

  private static String json(List<Finding> found, Words words) {
    return MAPPER
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(found.stream().map(finding -> one(finding, words)).toList());
  }

  private static Map<String, Object> one(Finding finding, Words words) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("part", finding.part().word());
    one.put("verdict", finding.verdict().word());
    one.put("key", finding.key());
    one.put("args", finding.args());
    one.put("words", words.sentence(finding.key(), finding.args()));
    return one;
  }
}
