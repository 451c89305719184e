package iyagi.library;

import iyagi.story.Problem;
import iyagi.story.Vocabulary;
import iyagi.words.Sentence;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/**
 * Brings packages from a library's server to the shelf. An order is believed when the library's key
 * has signed its check sum; before that no server is asked. A package is opened when it has that
 * check sum. Blocks the calling thread, which may be interrupted; nothing is installed then. Any
 * thread.
 */
public final class PackageFetch {
  private final Shelf shelf;
  private final Vocabulary vocabulary;
  private final Path publicKey;
  private final Bounds bounds;
  private final Supplier<HttpClient.Builder> clients;

  /**
   * How much and how long.
   *
   * @param mostBytes of the package
   * @param connect until a server has answered the first time, each time
   * @param total until the package is here
   */
  public record Bounds(long mostBytes, Duration connect, Duration total) {
    /** 20 MB, 10 seconds and 5 minutes: a slow line (0.5 Mbit/s) brings 20 MB in 5 minutes. */
    public static final Bounds USUAL =
        new Bounds(20_000_000, Duration.ofSeconds(10), Duration.ofMinutes(5));

    /** All are more than nothing. */
    public Bounds {
      if (mostBytes < 1 || !connect.isPositive() || !total.isPositive()) {
        throw new IllegalArgumentException(
            "bounds of %d bytes, %s, %s".formatted(mostBytes, connect, total));
      }
    }
  }

  /**
   * Fetches for a shelf.
   *
   * @param vocabulary what directions in a story may name
   * @param publicKey a PEM file, read anew for each package so that it can be changed
   */
  public PackageFetch(Shelf shelf, Vocabulary vocabulary, Path publicKey, Bounds bounds) {
    this(shelf, vocabulary, publicKey, bounds, HttpClient::newBuilder);
  }

  /** With connections of a special kind, such as to servers with certificates of a test. */
  PackageFetch(
      Shelf shelf,
      Vocabulary vocabulary,
      Path publicKey,
      Bounds bounds,
      Supplier<HttpClient.Builder> clients) {
    this.shelf = shelf;
    this.vocabulary = vocabulary;
    this.publicKey = publicKey;
    this.bounds = bounds;
    this.clients = clients;
  }

  /** Downloads, checks and installs a package, or does nothing and says why. */
  public FetchResult fetch(PackageOrder order) {
    try {
      Path file = Files.createTempFile("iyagi-" + ProcessHandle.current().pid() + "-", ".zip");
      try {
        return fetched(order, file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (NotFetched e) {
      return failed(order, e.sentence(), List.of());
    } catch (IOException e) {
      return failed(
          order,
          Sentence.of(
              "the robot has no room for a temporary file ({0}); free space on its disk",
              Reason.of(e)),
          List.of());
    }
  }

  private FetchResult fetched(PackageOrder order, Path file) throws NotFetched {
    LibraryKey key = LibraryKey.read(publicKey);
    URI address = order.address();
    byte[] expected = order.expectedDigest();
    byte[] signature = order.signatureBytes();
    if (!key.hasSigned(expected, signature)) {
      throw new NotFetched(
          Sentence.of(
              "the signature does not fit this check sum and the library's key ({0}); sign the package"
                  + " again, or put the right public key there",
              publicKey));
    }
    byte[] found = new Download(clients.get(), bounds).to(file, address);
    if (!MessageDigest.isEqual(expected, found)) {
      throw new NotFetched(
          Sentence.of(
              "its SHA-256 is {0}, but {1} was expected; upload the package again or order it anew",
              hex(found), hex(expected)));
    }
    var pack = new StoryPackage(file, PackageOrder.fileName(address), StoryPackage.Limits.USUAL);
    return switch (shelf.install(pack, vocabulary)) {
      case Installation.Installed story -> new FetchResult.Fetched(story);
      case Installation.Rejected(List<Problem> problems) ->
          failed(order, rejection(problems), problems);
    };
  }

  private static Sentence rejection(List<Problem> problems) {
    Problem first =
        problems.stream()
            .filter(problem -> problem.severity() == Problem.Severity.ERROR)
            .findFirst()
            .orElseThrow();
    long more = problems.stream().filter(p -> p.severity() == Problem.Severity.ERROR).count() - 1;
    return more > 0 ? Sentence.of("{0} (and {1} more)", first.told(), more) : first.told();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static FetchResult failed(PackageOrder order, Sentence reason, List<Problem> problems) {
    return new FetchResult.Failed(
        Sentence.of("The story package {0} was not installed: {1}.", order.shownUrl(), reason),
        problems);
  }
}
