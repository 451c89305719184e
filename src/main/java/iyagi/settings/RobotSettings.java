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
 */
public record RobotSettings(
    ZoneId zone,
    boolean clockTrusted,
    String sound,
    Optional<Reporting> reporting,
    Optional<Path> packageKey) {
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
}
