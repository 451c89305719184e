package iyagi.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import iyagi.service.Names;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Fetching over https. */
@Timeout(60)
final class SecureFetchIT {
  private static final byte[] ZIP = Zips.zip("bear/story.en.md", Zips.story("A bear slept."));
  private static final PackageFetch.Bounds BOUNDS =
      new PackageFetch.Bounds(100_000, Duration.ofSeconds(20), Duration.ofSeconds(20));

  @TempDir private static Path certificates;
  private static SSLContext context;

  @TempDir private Path folder;
  private final List<HttpExchange> requests = new CopyOnWriteArrayList<>();
  private ShelfAtHand shelf;
  private HttpsServer server;
  private Signer signer;
  private Path key;

  @BeforeAll
  static void makeCertificate() throws Exception {
    context = Certificates.make(certificates);
  }

  @BeforeEach
  void open() throws Exception {
    shelf = ShelfAtHand.in(folder);
    signer = new Signer();
    key = signer.publish(folder.resolve("library.pem"));
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext("/hop/", this::hop);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  /** /hop/3 leads to /hop/2 and so on; /hop/0 is the package. */
  private void hop(HttpExchange exchange) throws IOException {
    requests.add(exchange);
    int left = Integer.parseInt(exchange.getRequestURI().getPath().substring("/hop/".length()));
    if (left > 0) {
      exchange.getResponseHeaders().add("Set-Cookie", "who=robot");
      exchange.getResponseHeaders().add("Location", "/hop/" + (left - 1));
    }
    exchange.sendResponseHeaders(left > 0 ? 307 : 200, left > 0 ? -1 : ZIP.length);
    if (left == 0) {
      exchange.getResponseBody().write(ZIP);
    }
    exchange.close();
  }

  private FetchResult fetch(
      Supplier<HttpClient.Builder> clients, PackageFetch.Bounds bounds, int port, int hops)
      throws Exception {
    var fetch = new PackageFetch(shelf.shelf(), Names.vocabulary(), key, bounds, clients);
    return fetch.fetch(signer.order("https://localhost:" + port + "/hop/" + hops, ZIP));
  }

  private FetchResult fetch(int hops) throws Exception {
    int port = server.getAddress().getPort();
    return fetch(() -> HttpClient.newBuilder().sslContext(context), BOUNDS, port, hops);
  }

  private String failure(FetchResult result) throws Exception {
    assertEquals(List.of(), shelf.files());
    return assertInstanceOf(FetchResult.Failed.class, result).sentence().toString();
  }

  @Test
  void followsToHttpsFiveTimesAndTellsNothingOnTheWay() throws Exception {
    assertInstanceOf(FetchResult.Fetched.class, fetch(5));
    assertEquals(List.of("bear", "bear/story.en.md"), shelf.files());
    assertEquals(6, requests.size());
    for (HttpExchange request : requests) {
      assertFalse(request.getRequestHeaders().containsKey("Cookie"));
      assertFalse(request.getRequestHeaders().containsKey("Referer"));
    }
  }

  @Test
  void doesNotFollowForEver() throws Exception {
    String sentence = failure(fetch(1000));
    assertTrue(sentence.contains("the server leads on more than 5 times"), sentence);
    assertEquals(6, requests.size());
  }

  @Test
  void aServerThatNobodyVouchesForIsNotBelieved() throws Exception {
    int port = server.getAddress().getPort();
    String sentence = failure(fetch(HttpClient::newBuilder, BOUNDS, port, 0));
    assertTrue(sentence.contains("the server could not prove who it is;"), sentence);
    assertEquals(0, requests.size());
  }

  @Test
  void aServerThatIsSilentFromTheStartIsGivenUpEarly() throws Exception {
    var bounds = new PackageFetch.Bounds(100_000, Duration.ofMillis(300), Duration.ofSeconds(20));
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = silent.getLocalPort();
      String sentence = failure(fetch(HttpClient::newBuilder, bounds, port, 0));
      assertTrue(sentence.contains("the server did not answer within 300 ms"), sentence);
    }
  }
}
