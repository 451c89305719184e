package iyagi.console;

import iyagi.time.NanoClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who has signed in. Kept in memory only, and only as hashes: a restart of the robot asks for the
 * PIN again. Which browsers have shown it before is kept in a file, so that a storm of strangers
 * right after a restart locks nobody out. Any thread.
 */
final class Visits {
  /** So long nothing may be asked before the PIN is asked for again. */
  static final Duration IDLE = Duration.ofHours(12);

  private static final int MOST = 200;
  private static final int SECRET_BYTES = 32;

  /**
   * A browser that has signed in.
   *
   * @param cookie that it shows
   * @param token that its pages send along with every change, so that no other site's page can
   */
  record Visit(String cookie, String token) {}

  private record Seen(Visit visit, long nanos) {}

  private final NanoClock clock;
  private final SecureRandom random;
  private final Map<String, Seen> visits = new HashMap<>();

  /** Browsers that have shown the PIN, as hashes; newest last. */
  private final Set<String> known = new LinkedHashSet<>();

  private final Path knownFile;

  /**
   * Nobody's yet.
   *
   * @param folder of the console's own
   */
  Visits(NanoClock clock, SecureRandom random, Path folder) {
    this.clock = clock;
    this.random = random;
    knownFile = folder.resolve("known");
    try (Stream<String> lines = Files.lines(knownFile)) {
      lines.limit(MOST).forEach(known::add);
    } catch (IOException | UncheckedIOException none) {
      // Nobody is known, and shows the PIN as a stranger does.
    }
  }

  /** Somebody has shown the PIN. When there are too many, the one seen longest ago has to again. */
  synchronized Visit begin() {
    if (visits.size() >= MOST) {
      visits.entrySet().stream()
          .min(Comparator.comparingLong(each -> each.getValue().nanos))
          .ifPresent(oldest -> visits.remove(oldest.getKey()));
    }
    Visit visit = new Visit(secret(), secret());
    visits.put(hash(visit.cookie), new Seen(visit, clock.nanos()));
    return visit;
  }

  /**
   * Whose cookie that is.
   *
   * @param asks whether a person asks, which keeps the visit; not a page by itself
   */
  synchronized Optional<Visit> of(String cookie, boolean asks) {
    String key = hash(cookie);
    Seen seen = visits.get(key);
    if (seen == null) {
      return Optional.empty();
    }
    if (clock.nanos() - seen.nanos > IDLE.toNanos()) {
      visits.remove(key);
      return Optional.empty();
    }
    if (asks) {
      visits.put(key, new Seen(seen.visit, clock.nanos()));
    }
    return Optional.of(seen.visit);
  }

  /** Somebody leaves. */
  synchronized void end(Visit visit) {
    visits.remove(hash(visit.cookie));
  }

  /** Everybody has to show the PIN again. */
  synchronized void endAll() {
    visits.clear();
    if (!known.isEmpty()) {
      known.clear();
      keep();
    }
  }

  private void keep() {
    try {
      OwnFile.write(knownFile, String.join("\n", known));
    } catch (IOException full) {
      // They are known until the robot is switched off.
    }
  }

  /** A name for a browser that has shown the PIN; it keeps it when it leaves. */
  synchronized String know() {
    if (known.size() >= MOST) {
      known.remove(known.iterator().next());
    }
    String cookie = secret();
    known.add(hash(cookie));
    keep();
    return cookie;
  }

  /** Whether a browser with that name has shown the PIN. */
  synchronized boolean knows(String cookie) {
    return known.contains(hash(cookie));
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String hash(String cookie) {
    try {
      byte[] bytes = cookie.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
