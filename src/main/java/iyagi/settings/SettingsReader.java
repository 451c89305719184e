package iyagi.settings;

import iyagi.report.BrokerAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.tinylog.Logger;

/** Reads a robot's settings ({@code iyagi.yaml}), noting every problem. */
public final class SettingsReader {
  private static final int PLAIN_PORT = 1883;
  private static final int TLS_PORT = 8883;
  private static final int LAST_PORT = 65_535;

  private final Problems problems;
  private final Path folder;

  private SettingsReader(Problems problems, Path folder) {
    this.problems = problems;
    this.folder = folder;
  }

  /**
   * Reads and checks settings completely. Paths in them are as seen from the file's own folder.
   *
   * @return the settings, or every problem at once; never throws because of what is in the file
   */
  public static SettingsResult read(Path file) {
    Problems problems = new Problems(String.valueOf(file.getFileName()));
    Path folder = file.toAbsolutePath().getParent();
    Optional<RobotSettings> settings =
        YamlFile.read(file, problems).map(keys -> new SettingsReader(problems, folder).read(keys));
    return problems.count() == 0 && settings.isPresent()
        ? new SettingsResult.Read(settings.get())
        : new SettingsResult.Rejected(problems.inEnglish());
  }

  private RobotSettings read(Node.Branch keys) {
    Section file = new Section("", 1, keys, problems);
    ZoneId zone = zone(file);
    boolean trusted = file.flag("clock-trusted");
    String sound = file.has("sound") ? file.text("sound") : "";
    Optional<RobotSettings.Reporting> reporting =
        file.has("report") ? file.section("report").flatMap(this::reporting) : Optional.empty();
    Optional<Path> key = path(file, "package-key");
    RobotSettings.Console console =
        file.has("console")
            ? file.section("console").map(this::console).orElse(RobotSettings.Console.USUAL)
            : RobotSettings.Console.USUAL;
    Path sticks =
        file.has("sticks")
            ? folder.resolve(file.text("sticks")).normalize()
            : RobotSettings.USUAL_STICKS;
    file.finish();
    return new RobotSettings(zone, trusted, sound, reporting, key, console, sticks);
  }

  private RobotSettings.Console console(Section console) {
    RobotSettings.Console usual = RobotSettings.Console.USUAL;
    int port =
        console.has("port")
            ? console.whole("port", 0, LAST_PORT).orElse(usual.port())
            : usual.port();
    String address = console.has("address") ? console.text("address") : usual.address();
    Optional<Path> certificate = path(console, "certificate");
    Optional<Path> key = path(console, "key");
    together(console, certificate, key);
    console.finish();
    return new RobotSettings.Console(
        port, address, certificate.flatMap(c -> key.map(k -> new RobotSettings.Tls(c, k))));
  }

  private static void together(Section section, Optional<Path> certificate, Optional<Path> key) {
    if (certificate.isPresent() != key.isPresent()) {
      section.mend(
          certificate.isPresent() ? "certificate" : "key",
          "stands alone; a certificate needs its key, and a key its certificate");
    }
  }

  private static ZoneId zone(Section file) {
    if (!file.has("time-zone")) {
      return ZoneId.systemDefault();
    }
    String text = file.text("time-zone");
    try {
      return ZoneId.of(text);
    } catch (DateTimeException unknown) {
      file.mend("time-zone", "= '" + text + "' is no time zone; write it as Asia/Seoul");
      return ZoneId.systemDefault();
    }
  }

  private Optional<RobotSettings.Reporting> reporting(Section report) {
    int before = problems.count();
    String broker = report.text("broker");
    Optional<URI> address = broker.isEmpty() ? Optional.empty() : address(report, broker);
    Optional<BrokerAddress.Login> login = login(report);
    Optional<BrokerAddress.Tls> tls = tls(report, address);
    String robot = RobotId.of(report, login, tls);
    boolean byServer = byServer(report);
    report.finish();
    if (problems.count() > before || address.isEmpty()) {
      return Optional.empty();
    }
    String host = address.get().getHost().replaceAll("[\\[\\]]", "");
    int port =
        address.get().getPort() > 0
            ? address.get().getPort()
            : tls.isPresent() ? TLS_PORT : PLAIN_PORT;
    return Optional.of(
        new RobotSettings.Reporting(robot, new BrokerAddress(host, port, tls, login), byServer));
  }

  private static Optional<URI> address(Section report, String text) {
    try {
      URI address = new URI(text);
      boolean known = "mqtt".equals(address.getScheme()) || "mqtts".equals(address.getScheme());
      boolean whole = address.getHost() != null && address.getPort() <= LAST_PORT;
      if (known && whole && address.getRawPath().isEmpty() && address.getRawUserInfo() == null) {
        return Optional.of(address);
      }
    } catch (URISyntaxException none) {
      Logger.debug(none, "told below, as every address that cannot be used");
    }
    report.mend(
        "broker",
        "= '" + text + "' is no broker's address; write it as mqtts://mqtt.library.example:8883");
    return Optional.empty();
  }

  private static boolean byServer(Section report) {
    if (!report.has("confirm")) {
      return true;
    }
    String word = report.text("confirm");
    if (!word.equals("server") && !word.equals("broker")) {
      report.mend(
          "confirm",
          "= '"
              + word
              + "' is neither server (it tells what it has) nor broker (its word is enough)");
    }
    return word.equals("server");
  }

  private Optional<BrokerAddress.Login> login(Section report) {
    if (!report.has("user") && !report.has("password-file")) {
      return Optional.empty();
    }
    String user = report.text("user");
    Optional<Path> password = path(report, "password-file");
    if (password.isEmpty()) {
      report.mend("password-file", "is missing; it is needed beside user");
    }
    return password.map(file -> new BrokerAddress.Login(user, file));
  }

  private Optional<BrokerAddress.Tls> tls(Section report, Optional<URI> address) {
    Optional<Path> authority = path(report, "authority");
    Optional<Path> certificate = path(report, "certificate");
    Optional<Path> key = path(report, "key");
    together(report, certificate, key);
    boolean wanted = address.map(a -> "mqtts".equals(a.getScheme())).orElse(false);
    if (!wanted && address.isPresent() && (authority.isPresent() || certificate.isPresent())) {
      report.mend(
          "broker", "is mqtt:// without protection; with certificates it has to be mqtts://");
    }
    return wanted
        ? Optional.of(
            new BrokerAddress.Tls(
                authority, certificate.flatMap(c -> key.map(k -> new BrokerAddress.Own(c, k)))))
        : Optional.empty();
  }

  private Optional<Path> path(Section section, String key) {
    if (!section.has(key)) {
      return Optional.empty();
    }
    String text = section.text(key);
    Path path = folder.resolve(text);
    if (!text.isEmpty() && !Files.isReadable(path)) {
      section.mend(key, "= '" + text + "' cannot be read; is it there, and may this user?");
    }
    return Optional.of(path);
  }
}
