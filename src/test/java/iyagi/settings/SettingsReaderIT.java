package iyagi.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.report.BrokerAddress;
import iyagi.report.mqtt.Authority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsReaderIT {
  @TempDir private Path folder;

  private SettingsResult read(String text) throws IOException {
    return SettingsReader.read(Files.writeString(folder.resolve("iyagi.yaml"), text));
  }

  private RobotSettings settings(String text) throws IOException {
    return read(text) instanceof SettingsResult.Read(RobotSettings settings) ? settings : null;
  }

  private List<String> problems(String text) throws IOException {
    return read(text) instanceof SettingsResult.Rejected(List<String> problems)
        ? problems
        : List.of();
  }

  @Test
  void theFileThatComesWithTheProgramIsARobotForItself() {
    assertTrue(
        SettingsReader.read(Path.of("firmware-config/iyagi.yaml"))
                instanceof SettingsResult.Read(RobotSettings settings)
            && settings.reporting().isEmpty()
            && settings.packageKey().isEmpty()
            && !settings.clockTrusted());
  }

  @Test
  void sticksAppearWhereTheRuleForUdevMountsThemUnlessTheSettingsSayOtherwise() throws IOException {
    assertTrue(
        Files.readString(Path.of("firmware-config/udev/99-iyagi.rules"))
            .contains(settings("clock-trusted: false\n").sticks() + "/%k"));
    assertEquals(
        folder.resolve("media"), settings("clock-trusted: false\nsticks: media\n").sticks());
  }

  @Test
  void readsWhereARobotReportsAndHowItShowsWhoItIs() throws IOException {
    for (String file : List.of("password", "ca.pem", "robot.pem", "robot.key", "library.pem")) {
      Files.writeString(folder.resolve(file), "x");
    }
    RobotSettings settings =
        settings(
            """
            time-zone: Asia/Seoul
            package-key: library.pem
            report:
              broker: mqtts://[::1]
              robot: rb-7f3k2m
              confirm: broker
              user: rb-7f3k2m
              password-file: password
              authority: ca.pem
              certificate: robot.pem
              key: robot.key
            """);
    assertEquals(ZoneId.of("Asia/Seoul"), settings.zone());
    assertEquals(Optional.of(folder.resolve("library.pem")), settings.packageKey());
    assertEquals(
        new RobotSettings.Reporting(
            "rb-7f3k2m",
            new BrokerAddress(
                "::1",
                8883,
                Optional.of(
                    new BrokerAddress.Tls(
                        Optional.of(folder.resolve("ca.pem")),
                        Optional.of(
                            new BrokerAddress.Own(
                                folder.resolve("robot.pem"), folder.resolve("robot.key"))))),
                Optional.of(new BrokerAddress.Login("rb-7f3k2m", folder.resolve("password")))),
            false),
        settings.reporting().orElseThrow());
  }

  @Test
  void plainMqttHasItsUsualPort() throws IOException {
    BrokerAddress broker =
        settings("report:\n  broker: mqtt://127.0.0.1\n  robot: rb-1\n")
            .reporting()
            .orElseThrow()
            .broker();
    assertEquals("mqtt://127.0.0.1:1883", broker.words());
  }

  @Test
  void namesEveryMistakeWithItsLine() throws IOException {
    List<String> problems =
        problems(
            """
            time-zone: Asia/Soul
            clock-trusted: perhaps
            report:
              broker: http://library.example
              robot: Mina's owl
              confirm: nobody
              key: nowhere.key
              colour: red
            """);
    List<String> lines =
        problems.stream().map(p -> p.replaceAll("iyagi.yaml:(\\d+): .*", "$1")).toList();
    assertEquals(List.of("1", "2", "4", "5", "6", "7", "7", "8"), lines, problems.toString());
    assertTrue(problems.get(2).contains("mqtts://mqtt.library.example:8883"), problems.get(2));
  }

  private static String ofUser(String robot) {
    return "report:\n  broker: mqtt://127.0.0.1\n  user: rb-1\n  password-file: password\n" + robot;
  }

  private static String ofCertificate(String more) {
    return "report:\n  broker: mqtts://127.0.0.1\n  certificate: rb-2.pem\n  key: rb-2.key\n"
        + more;
  }

  @Test
  void theUserNameOrTheCertificatesNameIsTheRobotsId() throws Exception {
    Files.writeString(folder.resolve("password"), "x");
    new Authority(folder, "library").issue("rb-2", "DNS:robot");
    assertEquals("rb-1", settings(ofUser("")).reporting().orElseThrow().robot());
    assertEquals("rb-1", settings(ofUser("  robot: rb-1\n")).reporting().orElseThrow().robot());
    assertEquals("rb-2", settings(ofCertificate("")).reporting().orElseThrow().robot());
    assertEquals(
        List.of(
            "iyagi.yaml:1: report.robot is missing; write the robot's id, or let it show a user name"
                + " or a certificate of that name"),
        problems("report:\n  broker: mqtt://127.0.0.1\n"));
  }

  @Test
  void anIdThatContradictsTheUserOrTheCertificateIsAMistake() throws Exception {
    Files.writeString(folder.resolve("password"), "x");
    new Authority(folder, "library").issue("rb-2", "DNS:robot");
    assertEquals(
        List.of(
            "iyagi.yaml:3: report.user = 'rb-1', but robot = 'rb-9'; all of them have to be the"
                + " robot's one id"),
        problems(ofUser("  robot: rb-9\n")));
    assertEquals(
        List.of(
            "iyagi.yaml:3: report.certificate is for 'rb-2', but robot = 'rb-9'; all of them have to"
                + " be the robot's one id"),
        problems(ofCertificate("  robot: rb-9\n")));
    assertEquals(
        List.of(
            "iyagi.yaml:5: report.user = 'rb-1', but certificate is for 'rb-2'; all of them have to"
                + " be the robot's one id"),
        problems(ofCertificate("  user: rb-1\n  password-file: password\n")));
  }

  @Test
  void aUserNameThatCannotBeAnIdIsAMistake() throws IOException {
    Files.writeString(folder.resolve("password"), "x");
    String problem = problems(ofUser("").replace("rb-1", "Mina's owl")).getFirst();
    assertTrue(problem.contains("report.user = 'Mina's owl', which is no robot's id"), problem);
  }

  @Test
  void certificatesNeedProtectionAndAUserNeedsAPassword() throws IOException {
    Files.writeString(folder.resolve("ca.pem"), "x");
    List<String> problems =
        problems(
            "report:\n  broker: mqtt://127.0.0.1\n  robot: rb-1\n  authority: ca.pem\n  user: me\n");
    assertEquals(2, problems.size(), problems.toString());
    assertTrue(problems.toString().contains("it has to be mqtts://"), problems.toString());
    assertTrue(problems.toString().contains("needed beside user"), problems.toString());
  }
}
