package iyagi.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import iyagi.service.Names;
import iyagi.words.Sentence;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetching over plain http from this machine. */
@Timeout(60)
final class PackageFetchIT {
  private static final byte[] ZIP = Zips.zip("bear/story.en.md", Zips.story("A bear slept."));
  private static final PackageFetch.Bounds BOUNDS =
      new PackageFetch.Bounds(100_000, Duration.ofSeconds(20), Duration.ofSeconds(20));
  private static final Duration SOON = Duration.ofMillis(300);

  @TempDir private Path folder;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);
  private ShelfAtHand shelf;
  private HttpServer server;
  private Signer signer;
  private Path key;

  @BeforeEach
  void open() throws Exception {
    shelf = ShelfAtHand.in(folder);
    signer = new Signer();
    key = signer.publish(folder.resolve("library.pem"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void close() throws IOException {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
    assertEquals(0, temporaryFiles(), "whatever happened");
  }

  private static long temporaryFiles() throws IOException {
    String ours = "iyagi-" + ProcessHandle.current().pid() + "-";
    try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(file -> file.getFileName().toString().startsWith(ours)).count();
    }
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void at(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          requests.incrementAndGet();
          handler.handle(exchange);
          exchange.close();
        });
  }

  private static HttpHandler sends(byte[] content) {
    return exchange -> {
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
    };
  }

  private static HttpHandler leadsTo(String location) {
    return exchange -> {
      exchange.getResponseHeaders().add("Location", location);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  private PackageFetch fetch(PackageFetch.Bounds bounds) {
    return new PackageFetch(shelf.shelf(), Names.vocabulary(), key, bounds);
  }

  private String failure(PackageFetch.Bounds bounds, PackageOrder order) throws IOException {
    var failed = assertInstanceOf(FetchResult.Failed.class, fetch(bounds).fetch(order));
    assertEquals(List.of(), shelf.files());
    assertFalse(failed.sentence().toString().contains("\n"), failed.toString());
    return failed.sentence().toString();
  }

  private String failure(PackageOrder order) throws IOException {
    return failure(BOUNDS, order);
  }

  private String failed(String path, String reason) {
    return "The story package " + url(path) + " was not installed: " + reason + ".";
  }

  @Test
  void installsAPackageThatTheLibraryHasSigned() throws Exception {
    at("/bear.zip", sends(ZIP));
    FetchResult result = fetch(BOUNDS).fetch(signer.order(url("/bear.zip"), ZIP));
    var fetched = assertInstanceOf(FetchResult.Fetched.class, result);
    assertEquals("bear", fetched.story().id());
    assertEquals(Zips.story("A bear slept."), shelf.text("bear/story.en.md"));
  }

  @Test
  void aPackageWithoutAFolderIsNamedAfterItsAddress() throws Exception {
    byte[] zip = Zips.zip("story.ko.md", Zips.story("곰이 잤어요."));
    at("/", sends(zip));
    fetch(BOUNDS).fetch(signer.order(url("/%EB%8B%AC%EB%8B%98.zip?v=2"), zip));
    assertEquals(List.of("달님", "달님/story.ko.md"), shelf.files());
  }

  @Test
  void refusesAnotherFileThanTheOneOrdered() throws Exception {
    byte[] other = Zips.zip("bear/story.en.md", Zips.story("A wolf came."));
    at("/bear.zip", sends(other));
    PackageOrder order = signer.order(url("/bear.zip"), ZIP);
    assertEquals(
        failed(
            "/bear.zip",
            "its SHA-256 is "
                + Sha256.of(other)
                + ", but "
                + order.sha256()
                + " was expected; upload the package again or order it anew"),
        failure(order));
  }

  @Test
  void refusesWhatTheLibraryHasNotSignedAndAsksNoServer() throws Exception {
    at("/bear.zip", sends(ZIP));
    PackageOrder stranger = new Signer().order(url("/bear.zip"), ZIP);
    PackageOrder mixed =
        new PackageOrder(
            url("/bear.zip"),
            stranger.sha256(),
            signer.order("", "another file".getBytes(UTF_8)).signature());
    PackageOrder brief = new PackageOrder(url("/bear.zip"), stranger.sha256(), "AAAA");
    for (PackageOrder order : List.of(stranger, mixed, brief)) {
      assertEquals(
          failed(
              "/bear.zip",
              "the signature does not fit this check sum and the library's key ("
                  + key
                  + "); sign the package again, or put the right public key there"),
          failure(order));
    }
    assertEquals(0, requests.get());
  }

  @Test
  void refusesAnOrderThatIsNoOrder() throws Exception {
    PackageOrder good = signer.order(url("/bear.zip"), ZIP);
    String sum = failure(new PackageOrder(good.url(), "abc", good.signature()));
    assertTrue(sum.contains("is no SHA-256 (64 digits 0-9 and a-f)"), sum);
    String signature = failure(new PackageOrder(good.url(), good.sha256(), "%%%"));
    assertTrue(signature.contains("is not Base64"), signature);
  }

  @Test
  void refusesEverythingWithoutTheLibrarysKey() throws Exception {
    at("/bear.zip", sends(ZIP));
    PackageOrder order = signer.order(url("/bear.zip"), ZIP);
    new Signer("RSA").publish(key);
    assertTrue(failure(order).contains("the key in " + key + " is no Ed25519 key"));
    Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    assertTrue(failure(order).contains("the file " + key + " holds no public key; expected"));
    Files.delete(key);
    String missing = failure(order);
    assertTrue(missing.contains("public key cannot be read (there is no " + key), missing);
    assertEquals(0, requests.get());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://192.0.2.1/bear.zip",
        "http://library.example/bear.zip",
        "http://127.0.0.1.library.example/bear.zip",
        "http://localhost.library.example/bear.zip",
        "HTTP://0.0.0.0/bear.zip",
      })
  void plainHttpIsForThisMachineOnly(String url) throws Exception {
    String sentence = failure(signer.order(url, ZIP));
    assertTrue(sentence.contains("the address is not https (plain http is for this"), sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bear.zip",
        "/etc/passwd",
        "file:///etc/passwd",
        "ftp://127.0.0.1/b",
        "h ttp",
        "http://127.0.0.1:99999/b"
      })
  void refusesWhatIsNoAddressOfAWebServer(String url) throws Exception {
    String sentence = failure(signer.order(url, ZIP));
    assertTrue(sentence.contains("expected one like https://library.example/bear.zip"), sentence);
  }

  @Test
  void tellsNobodyPasswordsAndTokens() throws Exception {
    String host = "127.0.0.1:" + server.getAddress().getPort();
    String password = failure(signer.order("http://anna:secret@" + host + "/bear.zip", ZIP));
    assertTrue(password.contains("the address holds a user name or password"), password);
    assertFalse(password.contains("secret"), password);
    String token = failure(signer.order(url("/none.zip?token=secret#secret"), ZIP));
    assertEquals(
        failed(
            "/none.zip",
            "the server answered 404 instead of 200; check the address and the server"),
        token);
    AtomicReference<HttpExchange> seen = new AtomicReference<>();
    at("/bear.zip", seen::set);
    failure(signer.order(url("/bear.zip"), ZIP));
    var headers = seen.get().getRequestHeaders();
    assertEquals(List.of("iyagi"), headers.get("User-Agent"));
    assertFalse(headers.containsKey("Authorization") || headers.containsKey("Cookie"));
  }

  @Test
  void doesNotFollowToPlainHttp() throws Exception {
    at("/moved.zip", leadsTo(url("/bear.zip?token=secret")));
    at("/bear.zip", sends(ZIP));
    assertEquals(
        failed(
            "/moved.zip",
            "the server leads on to "
                + url("/bear.zip")
                + ", which is not https; ask for an https address"),
        failure(signer.order(url("/moved.zip"), ZIP)));
    assertEquals(1, requests.get());
  }

  @ParameterizedTest
  @CsvSource({
    "'', is not https",
    "file:///etc/passwd, this is no address of a web server",
    "//, leads on to no address",
    "https://a:b@127.0.0.1/, holds a user name or password",
    "'https://[', leads on to no address",
  })
  void doesNotFollowToWhatIsNoAddress(String location, String reason) throws Exception {
    at("/moved.zip", leadsTo(location));
    String sentence = failure(signer.order(url("/moved.zip"), ZIP));
    assertTrue(sentence.contains(reason), sentence);
  }

  @Test
  void aBodyThatIsCutShortIsNothing() throws Exception {
    at(
        "/bear.zip",
        exchange -> {
          exchange.sendResponseHeaders(200, ZIP.length);
          exchange.getResponseBody().write(ZIP, 0, ZIP.length / 2);
        });
    String sentence = failure(signer.order(url("/bear.zip"), ZIP));
    assertTrue(sentence.contains("the transfer broke off;"), sentence);
    assertTrue(sentence.endsWith("try again when the network is better."), sentence);
  }

  @Test
  void aBodyWithoutAnEndIsCutOff() throws Exception {
    at(
        "/bear.zip",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(new byte[200_000]);
          exchange.getResponseBody().flush();
          await(closing);
        });
    assertEquals(
        failed(
            "/bear.zip",
            "it has more than 100,000 bytes, the most a package may have; make it smaller"),
        failure(signer.order(url("/bear.zip"), ZIP)));
  }

  @Test
  void aBodyThatIsSaidToBeTooLargeIsNotWaitedFor() throws Exception {
    at(
        "/bear.zip",
        exchange -> {
          exchange.sendResponseHeaders(200, 100_001);
          exchange.getResponseBody().flush();
          await(closing);
        });
    assertTrue(
        failure(signer.order(url("/bear.zip"), ZIP)).contains("it has more than 100,000 bytes"));
  }

  @Test
  void aPackageOfExactlyTheMostBytesIsFetched() throws Exception {
    at("/bear.zip", sends(ZIP));
    PackageOrder order = signer.order(url("/bear.zip"), ZIP);
    var tight = new PackageFetch.Bounds(ZIP.length - 1, BOUNDS.connect(), BOUNDS.total());
    assertTrue(failure(tight, order).contains("it has more than"));
    var exact = new PackageFetch.Bounds(ZIP.length, BOUNDS.connect(), BOUNDS.total());
    assertInstanceOf(FetchResult.Fetched.class, fetch(exact).fetch(order));
  }

  @Test
  void headersThatNeverComeAreGivenUp() throws Exception {
    at("/bear.zip", _ -> await(closing));
    var bounds = new PackageFetch.Bounds(100_000, Duration.ofSeconds(20), SOON);
    assertEquals(
        failed(
            "/bear.zip", "it was not complete after 300 ms; try again when the network is faster"),
        failure(bounds, signer.order(url("/bear.zip"), ZIP)));
  }

  @Test
  void aBodyThatStopsIsGivenUp() throws Exception {
    at(
        "/bear.zip",
        exchange -> {
          exchange.sendResponseHeaders(200, ZIP.length);
          exchange.getResponseBody().write(ZIP, 0, 10);
          exchange.getResponseBody().flush();
          await(closing);
        });
    var bounds = new PackageFetch.Bounds(100_000, Duration.ofSeconds(20), SOON);
    String sentence = failure(bounds, signer.order(url("/bear.zip"), ZIP));
    assertTrue(sentence.contains("it was not complete after 300 ms"), sentence);
  }

  @Test
  void canBeInterruptedAndStaysInterrupted() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    at(
        "/bear.zip",
        _ -> {
          asked.countDown();
          await(closing);
        });
    PackageOrder order = signer.order(url("/bear.zip"), ZIP);
    AtomicReference<FetchResult> result = new AtomicReference<>();
    AtomicReference<Boolean> kept = new AtomicReference<>();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  result.set(fetch(BOUNDS).fetch(order));
                  kept.set(Thread.currentThread().isInterrupted());
                });
    asked.await();
    caller.interrupt();
    caller.join();
    assertEquals(
        new FetchResult.Failed(
            Sentence.of(
                "The story package {0} was not installed: {1}.",
                Sentence.plain(url("/bear.zip")), Sentence.of("it was interrupted; try again")),
            List.of()),
        result.get());
    assertEquals(true, kept.get());
  }

  @Test
  void aServerThatIsNotThereIsSaid() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String sentence = failure(signer.order("http://localhost:" + port + "/bear.zip", ZIP));
    assertTrue(sentence.contains("the server refused the connection; see that it runs"), sentence);
  }

  @Test
  void aSignedPackageWithAMistakeIsNotInstalled() throws Exception {
    byte[] zip = Zips.zip("bear/story.en.md", Zips.story("A bear {nodd} slept {wavee}."));
    at("/bear.zip", sends(zip));
    FetchResult result = fetch(BOUNDS).fetch(signer.order(url("/bear.zip"), zip));
    var failed = assertInstanceOf(FetchResult.Failed.class, result);
    assertEquals(2, failed.problems().size());
    assertTrue(failed.sentence().toString().contains("bear/story.en.md:9:"), failed.toString());
    assertTrue(failed.sentence().toString().endsWith(" (and 1 more)."), failed.toString());
    assertEquals(List.of(), shelf.files());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
