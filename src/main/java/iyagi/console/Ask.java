package iyagi.console;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import iyagi.time.NanoClock;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a browser asks. */
final class Ask {
  /** What a route takes that says nothing else. */
  static final long MOST_BYTES = 256_000;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final ServerRequest request;
  private final NanoClock clock;
  private final long mostBytes;

  Ask(ServerRequest request, NanoClock clock, long mostBytes) {
    this.request = request;
    this.clock = clock;
    this.mostBytes = mostBytes;
  }

  /** Where it goes, as "/now". */
  String path() {
    return request.path().path();
  }

  /** The part of the path that the route calls so. */
  String path(String name) {
    return request.path().pathParameters().get(name);
  }

  /** What stands behind the "?". */
  Optional<String> query(String name) {
    return request.query().first(name).asOptional();
  }

  Optional<String> header(String name) {
    return request.headers().first(HeaderNames.create(name));
  }

  Optional<String> cookie(String name) {
    return request.headers().cookies().first(name).asOptional();
  }

  /** Whether nobody on the way can read it. */
  boolean secure() {
    return request.isSecure();
  }

  /** Who asks. */
  InetAddress from() {
    return request.remotePeer().address() instanceof InetSocketAddress internet
        ? internet.getAddress()
        : InetAddress.getLoopbackAddress();
  }

  /** "en" or "ko": as switched in this browser, else as it prefers. */
  String language() {
    return language(request);
  }

  static String language(ServerRequest request) {
    return request
        .headers()
        .cookies()
        .first("language")
        .asOptional()
        .filter(Words.LANGUAGES::contains)
        .orElseGet(
            () ->
                preferred(
                    request.headers().first(HeaderNames.create("Accept-Language")).orElse("")));
  }

  private static String preferred(String wanted) {
    try {
      String best = Locale.lookupTag(Locale.LanguageRange.parse(wanted), Words.LANGUAGES);
      return best == null ? Words.LANGUAGES.getFirst() : best;
    } catch (IllegalArgumentException unreadable) {
      return Words.LANGUAGES.getFirst();
    }
  }

  /** What is sent, as it comes; reading more than the route allows is refused. */
  InputStream body() {
    return request.content().hasEntity()
        ? new Sent(request.content().inputStream(), mostBytes, clock)
        : InputStream.nullInputStream();
  }

  /**
   * What is sent, as JSON.
   *
   * @throws Refused if it is not such a value
   */
  <T> T json(Class<T> type) {
    if (!header("Content-Type").orElse("").startsWith("application/json")) {
      throw new Refused(415, "not-json");
    }
    try (InputStream in = body()) {
      T value = JSON.readValue(in.readAllBytes(), type);
      if (value == null) {
        throw new Refused(400, "not-understood");
      }
      return value;
    } catch (JacksonException | IOException unreadable) {
      throw new Refused(400, "not-understood");
    }
  }
}
