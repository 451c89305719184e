package iyagi.doctor;

import iyagi.report.BrokerAddress;
import iyagi.report.Uplink;
import iyagi.settings.RobotSettings.Reporting;
import iyagi.time.Watch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Goes the way to the library's broker once, as the robot itself, and takes nothing that is meant
 * for the robot in service: what waits there goes on waiting.
 */
final class BrokerCheck implements Check {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** As the robot in service asks for, so that this visit shortens nothing. */
  private static final Duration SESSION_KEPT = Duration.ofDays(7);

  private static final Duration KEEP_ALIVE = Duration.ofSeconds(60);
  private static final Duration SOON = Duration.ofDays(30);

  private final Patient patient;

  BrokerCheck(Patient patient) {
    this.patient = patient;
  }

  @Override
  public List<Finding> look() {
    Optional<Reporting> reporting = patient.setUp().reporting();
    if (reporting.isEmpty()) {
      return List.of(Finding.of(Part.BROKER, Verdict.UNSEEN, "none"));
    }
    List<Finding> found = new ArrayList<>();
    found.add(visit(reporting.get()));
    reporting
        .get()
        .broker()
        .tls()
        .flatMap(BrokerAddress.Tls::own)
        .flatMap(own -> ending(own.certificate()))
        .ifPresent(found::add);
    return found;
  }

  private Finding visit(Reporting reporting) {
    Uplink uplink = patient.desk().post().uplink(reporting.broker());
    Uplink.Terms terms =
        new Uplink.Terms(
            reporting.robot(),
            SESSION_KEPT,
            KEEP_ALIVE,
            PATIENCE,
            Optional.empty(),
            Duration.ZERO,
            1,
            List.of(),
            true);
    try {
      uplink.open(terms, _ -> {}).leave();
      return Finding.of(Part.BROKER, Verdict.WORKS, "works", uplink.address(), reporting.robot());
    } catch (Uplink.Unreachable unreachable) {
      return Finding.of(Part.BROKER, Verdict.BROKEN, "broken", unreachable.sentence());
    }
  }

  /** A certificate that ends soon is best renewed while it is still good. */
  private Optional<Finding> ending(Path certificate) {
    Function<Instant, Finding> soon =
        until -> Finding.of(Part.BROKER, Verdict.ATTENTION, "ending", certificate, until);
    try (InputStream in = Files.newInputStream(certificate)) {
      X509Certificate own =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      Instant until = own.getNotAfter().toInstant();
      Instant now = Watch.system(patient.setUp().clockTrusted()).now().wall();
      return until.isBefore(now.plus(SOON)) ? Optional.of(soon.apply(until)) : Optional.empty();
    } catch (IOException | CertificateException toldByTheVisit) {
      return Optional.empty();
    }
  }
}
