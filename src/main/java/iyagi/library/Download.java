package iyagi.library;

import iyagi.words.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * One file from a web server. The work is done by a virtual thread "package-fetch" of its own, so
 * that the caller can give up at any moment, whatever the network does.
 */
final class Download {
  private static final int MOST_REDIRECTS = 5;
  private static final int BLOCK_BYTES = 16_384;

  private final HttpClient.Builder builder;
  private final PackageFetch.Bounds bounds;

  Download(HttpClient.Builder builder, PackageFetch.Bounds bounds) {
    this.builder = builder;
    this.bounds = bounds;
  }

  /**
   * Fills a file.
   *
   * @return the SHA-256 of what came
   */
  byte[] to(Path file, URI address) throws NotFetched {
    HttpClient client =
        builder
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(bounds.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    try {
      return inTime(() -> followed(client, file, address));
    } finally {
      client.shutdownNow();
    }
  }

  private byte[] inTime(Callable<byte[]> work) throws NotFetched {
    FutureTask<byte[]> task = new FutureTask<>(work);
    Thread.ofVirtual().name("package-fetch").start(task);
    try {
      return task.get(bounds.total().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new NotFetched(
          Sentence.of(
              "it was not complete after {0}; try again when the network is faster",
              shown(bounds.total())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotFetched(Sentence.of("it was interrupted; try again"));
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } finally {
      task.cancel(true);
    }
  }

  private NotFetched failure(Throwable cause) {
    return switch (cause) {
      case NotFetched known -> known;
      case IOException trouble -> new NotFetched(reason(trouble));
      case RuntimeException bug -> throw bug;
      default -> throw new IllegalStateException("a download failed", cause);
    };
  }

  private Sentence reason(IOException trouble) {
    return switch (trouble) {
      case HttpConnectTimeoutException _ ->
          Sentence.of(
              "the server did not answer within {0}; see that it runs and that the network is there",
              shown(bounds.connect()));
      case ConnectException e when isUnknown(e) ->
          Sentence.of("the server's name is not known here; check the address and the network");
      case ConnectException _ ->
          Sentence.of(
              "the server refused the connection; see that it runs and that the address is right");
      case SSLException _ ->
          Sentence.of("the server could not prove who it is; have its certificate mended");
      case FileSystemException e ->
          Sentence.of(
              "the robot cannot write a temporary file ({0}); free space on its disk",
              Reason.of(e));
      default -> Sentence.of("the transfer broke off; try again when the network is better");
    };
  }

  private static boolean isUnknown(Throwable trouble) {
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return true;
      }
    }
    return false;
  }

  private byte[] followed(HttpClient client, Path file, URI first)
      throws IOException, InterruptedException, NotFetched {
    URI address = first;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      HttpRequest request = HttpRequest.newBuilder(address).header("User-Agent", "iyagi").build();
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        switch (response.statusCode()) {
          case 200 -> {
            return received(response, body, file);
          }
          case 301, 302, 303, 307, 308 -> address = next(address, response);
          default ->
              throw new NotFetched(
                  Sentence.of(
                      "the server answered {0} instead of 200{1}; check the address and the server",
                      response.statusCode(), from(first, address)));
        }
      }
    }
    throw new NotFetched(
        Sentence.of(
            "the server leads on more than {0} times; ask for the last address", MOST_REDIRECTS));
  }

  private static Sentence from(URI first, URI address) {
    return address.equals(first)
        ? Sentence.NOTHING
        : Sentence.of(" for {0}", PackageOrder.shown(address));
  }

  private static URI next(URI address, HttpResponse<InputStream> response) throws NotFetched {
    String location = response.headers().firstValue("Location").orElse("");
    URI next;
    try {
      next = address.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new NotFetched(
          Sentence.of("the server leads on to no address; have the server mended"));
    }
    PackageOrder.check(next);
    if (!"https".equals(PackageOrder.scheme(next))) {
      throw new NotFetched(
          Sentence.of(
              "the server leads on to {0}, which is not https; ask for an https address",
              PackageOrder.shown(next)));
    }
    return next;
  }

  private byte[] received(HttpResponse<?> response, InputStream body, Path file)
      throws IOException, NotFetched {
    if (response.headers().firstValueAsLong("Content-Length").orElse(0) > bounds.mostBytes()) {
      throw tooLarge();
    }
    MessageDigest digest = Sha256.digest();
    byte[] block = new byte[BLOCK_BYTES];
    long bytes = 0;
    // Only into the caller's file: when it has given up and removed it, none is made again.
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
      for (int read = body.read(block); read >= 0; read = body.read(block)) {
        bytes += read;
        if (bytes > bounds.mostBytes()) {
          throw tooLarge();
        }
        digest.update(block, 0, read);
        out.write(block, 0, read);
      }
    }
    return digest.digest();
  }

  private NotFetched tooLarge() {
    return new NotFetched(
        Sentence.of(
            "it has more than {0} bytes, the most a package may have; make it smaller",
            "%,d".formatted(bounds.mostBytes())));
  }

  private static String shown(Duration time) {
    return time.toMillis() < 1000 ? time.toMillis() + " ms" : time.toSeconds() + " s";
  }
}
