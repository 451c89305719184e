package iyagi.settings;

import iyagi.report.BrokerAddress;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How one robot is set up ({@code iyagi.yaml}).
 *
 * @param zone in which its days and months begin
 * @param clockTrusted whether somebody vouches for its wall clock
 * @param reporting where it reports; empty if nowhere
 * @param sound words of the sound device's name; "" for what the profile says
 * @param packageKey PEM file with the public key of whoever may send stories; empty if nobody may
 * @param console where the librarians' pages are
 * @param sticks the folder below which the system mounts what is plugged in, each in a folder of
 *     its own
 */
public record RobotSettings(
    ZoneId zone,
    boolean clockTrusted,
    String sound,
    Optional<Reporting> reporting,
    Optional<Path> packageKey,
    Console console,
    Path sticks) {
  /** Where the robot's rule for udev mounts them. */
  public static final Path USUAL_STICKS = Path.of("/media/iyagi");

  /** With sticks where they usually are. */
  public RobotSettings(
      ZoneId zone,
      boolean clockTrusted,
      String sound,
      Optional<Reporting> reporting,
      Optional<Path> packageKey,
      Console console) {
    this(zone, clockTrusted, sound, reporting, packageKey, console, USUAL_STICKS);
  }

  /** With the librarians' pages where they usually are. */
  public RobotSettings(
      ZoneId zone,
      boolean clockTrusted,
      String sound,
      Optional<Reporting> reporting,
      Optional<Path> packageKey) {
    this(zone, clockTrusted, sound, reporting, packageKey, Console.USUAL);
  }

  /** A robot for itself. */
  public static RobotSettings alone() {
    return new RobotSettings(ZoneId.systemDefault(), false, "", Optional.empty(), Optional.empty());
  }

  /**
   * How it reports.
   *
   * @param robot its id
   * @param broker where to
   * @param byServer whether the library's server confirms reports; else the broker's word is enough
   */
  public record Reporting(String robot, BrokerAddress broker, boolean byServer) {}

  /**
   * Where the librarians' pages are.
   *
   * @param port 1 to 65535; 0 for no pages at all
   * @param address of the robot to listen at; "" for all of them
   * @param tls certificate and key; without them the pages are not encrypted
   */
  public record Console(int port, String address, Optional<Tls> tls) {
    /** Port 8080 at all addresses, not encrypted. */
    public static final Console USUAL = new Console(8080, "", Optional.empty());
  }

  /**
   * What the robot shows of itself to browsers, as PEM files.
   *
   * @param certificate with those that signed it behind it
   * @param key its private key, without a password
   */
  public record Tls(Path certificate, Path key) {}
}
