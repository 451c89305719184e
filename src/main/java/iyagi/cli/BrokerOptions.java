package iyagi.cli;

import iyagi.report.BrokerAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the broker is and how to show who one is, as options. */
final class BrokerOptions {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:(?<scheme>[A-Za-z]+)://)?(?:\\[(?<six>[0-9A-Fa-f:.]+)]|(?<host>[^\\s:/\\[\\]@]+))"
              + "(?::(?<port>[0-9]{1,6}))?/?");
  private static final int PLAIN_PORT = 1883;
  private static final int TLS_PORT = 8883;
  private static final int HIGHEST_PORT = 65_535;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--broker",
      paramLabel = "HOST[:PORT]",
      description = "The MQTT broker; mqtt:// and mqtts:// addresses are taken, too.")
  private String broker;

  @Option(names = "--tls", description = "Protect the connection; so does mqtts://.")
  private boolean tls;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "The authority that signed the broker's certificate (PEM).")
  private Path authority;

  @Option(names = "--cert", paramLabel = "FILE", description = "Our own certificate (PEM).")
  private Path certificate;

  @Option(names = "--key", paramLabel = "FILE", description = "Its private key (PEM, PKCS #8).")
  private Path key;

  @Option(names = "--user", paramLabel = "NAME", description = "Name at the broker.")
  private String user;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "A file whose first line is the password.")
  private Path password;

  /**
   * The broker's address.
   *
   * @throws ParameterException if the options do not make one
   */
  BrokerAddress address() {
    // Not required by picocli, which would ask for it before subcommands, too.
    if (broker == null) {
      throw wrong("Which broker? Say it with --broker HOST[:PORT]");
    }
    Matcher parts = ADDRESS.matcher(broker);
    if (!parts.matches()) {
      throw wrong(
          "--broker "
              + broker
              + " is no address. Write a host and, if need be, a port: mqtt.library.example:8883,"
              + " or [fd00::1]:1883 where the host is an IPv6 address");
    }
    boolean secure = secure(parts.group("scheme"));
    String host = parts.group("six") == null ? parts.group("host") : parts.group("six");
    return new BrokerAddress(
        host,
        port(parts.group("port"), secure),
        secure ? Optional.of(tls()) : Optional.empty(),
        login());
  }

  private boolean secure(String scheme) {
    boolean wanted = tls || authority != null || certificate != null || key != null;
    if (scheme == null) {
      return wanted;
    }
    if (scheme.equalsIgnoreCase("mqtts")) {
      return true;
    }
    if (!scheme.equalsIgnoreCase("mqtt")) {
      throw wrong(
          "--broker "
              + broker
              + " begins with '"
              + scheme
              + "://'; only mqtt:// (plain) and"
              + " mqtts:// (TLS) are known");
    }
    if (wanted) {
      throw wrong(
          "--broker "
              + broker
              + " says mqtt://, which is not protected, but --tls, --ca, --cert or --key are given."
              + " Write mqtts://");
    }
    return false;
  }

  private int port(String text, boolean secure) {
    if (text == null) {
      return secure ? TLS_PORT : PLAIN_PORT;
    }
    int port = Integer.parseInt(text);
    if (port < 1 || port > HIGHEST_PORT) {
      throw wrong("--broker " + broker + ": port " + port + " is outside 1.." + HIGHEST_PORT);
    }
    return port;
  }

  private BrokerAddress.Tls tls() {
    if ((certificate == null) != (key == null)) {
      throw wrong("--cert and --key belong together; one of them is missing");
    }
    Optional<BrokerAddress.Own> own =
        certificate == null
            ? Optional.empty()
            : Optional.of(
                new BrokerAddress.Own(readable("--cert", certificate), readable("--key", key)));
    return new BrokerAddress.Tls(
        Optional.ofNullable(authority).map(file -> readable("--ca", file)), own);
  }

  private Optional<BrokerAddress.Login> login() {
    if ((user == null) != (password == null)) {
      throw wrong("--user and --password-file belong together; one of them is missing");
    }
    return user == null
        ? Optional.empty()
        : Optional.of(new BrokerAddress.Login(user, readable("--password-file", password)));
  }

  private Path readable(String option, Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw wrong(option + " " + file + ": there is no such file, or it may not be read");
    }
    return file;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
