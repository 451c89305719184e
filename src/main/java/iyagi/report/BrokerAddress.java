package iyagi.report;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the broker is and how the robot shows who it is.
 *
 * @param host name or address; an IPv6 address without brackets
 * @param port 1 to 65,535
 * @param tls how the connection is protected, if it is
 * @param login name and password, if the broker wants them
 */
public record BrokerAddress(String host, int port, Optional<Tls> tls, Optional<Login> login) {
  /** "mqtts://mqtt.library.example:8883". */
  public String words() {
    String shown = host.contains(":") ? "[" + host + "]" : host;
    return (tls.isPresent() ? "mqtts://" : "mqtt://") + shown + ":" + port;
  }

  /**
   * Protection by TLS 1.2 or 1.3; the broker's name is always checked.
   *
   * @param authority PEM file of the authority that signed the broker's certificate; the machine's
   *     own authorities where there is none
   * @param own the robot's certificate, if it has one
   */
  public record Tls(Optional<Path> authority, Optional<Own> own) {}

  /**
   * A robot's certificate.
   *
   * @param certificate PEM file, the robot's own certificate first
   * @param key PEM file with the private key, PKCS #8, not encrypted
   */
  public record Own(Path certificate, Path key) {}

  /**
   * Name and password.
   *
   * @param password file whose first line is the password; read anew at each connection
   */
  public record Login(String user, Path password) {}
}
