package iyagi.console;

import io.helidon.common.tls.Tls;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import iyagi.service.Turns;
import iyagi.settings.RobotSettings;
import iyagi.words.Explained;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The librarians' pages, served until they are closed. */
public final class Console implements AutoCloseable {
  /** Where the PIN is kept, below the robot's data. */
  private static final String FOLDER = "console";

  private static final int MOST_CONNECTIONS = 400;
  private static final int MOST_LINE_BYTES = 4 * 1024;
  private static final int MOST_HEADER_BYTES = 16 * 1024;
  private static final long MOST_BODY_BYTES = 256L << 20;
  private static final Duration SILENT = Duration.ofSeconds(20);

  /** Where Helidon tells of its own start and end, which the robot says in its own words. */
  private static final Logger HELIDON = Logger.getLogger("io.helidon");

  private final WebServer server;
  private final Broadcast broadcast;
  private final Clerk clerk;
  private final Pin pin;
  private final Adjusting adjusting;
  private final Measuring measuring;
  private final List<Route> routes;

  /** Thrown when the pages cannot be served; the message is for a librarian. */
  public static final class Unopened extends Exception implements Explained {
    private static final long serialVersionUID = 1;
    private final transient Sentence sentence;

    private Unopened(Sentence sentence, Throwable cause) {
      super(sentence.toString(), cause);
      this.sentence = sentence;
    }

    @Override
    public Sentence sentence() {
      return sentence;
    }
  }

  private Console(Robot robot, RobotSettings.Console settings) throws Unopened {
    HELIDON.setLevel(Level.OFF);
    SecureRandom random = new SecureRandom();
    pin = pin(robot.desk().places().data());
    Visits visits =
        new Visits(robot.desk().clock(), random, robot.desk().places().data().resolve(FOLDER));
    Gate gate = new Gate(pin, visits);
    broadcast = new Broadcast(new Onlooker(robot));
    clerk = new Clerk();
    adjusting = new Adjusting(robot);
    measuring = new Measuring(robot);
    Map<String, Words> words = Words.all();
    Assets assets = new Assets(words);
    Turns turns = Listen.turns(robot);
    List<Part> parts =
        List.of(
            assets,
            new Entrance(pin, visits, gate, robot),
            new Now(robot, broadcast),
            new Body(robot.profile()),
            new Stories(robot),
            new Listen(robot, turns),
            new Pronouncing(robot, turns),
            new Cards(robot),
            new Recording(robot),
            new StickPart(robot),
            new Deleted(robot),
            new Turnout(robot, clerk, broadcast),
            new Planning(robot),
            new Numbers(robot, clerk, words),
            new Captions(broadcast),
            new Health(robot, clerk),
            new Backups(robot, clerk),
            adjusting,
            measuring,
            new Volume(robot));
    List<String> pages = parts.stream().map(Part::page).filter(p -> !p.isEmpty()).toList();
    HttpRouting.Builder routing = HttpRouting.builder();
    routing.addFilter(
        (chain, request, response) -> {
          Headers.ALL.forEach(response.headers()::set);
          response.headers().set(Headers.permissions(request.path().path()));
          chain.proceed();
        });
    routing.error(
        RuntimeException.class,
        (request, response, bug) -> {
          Refused trouble = Trouble.of(bug);
          response.status(trouble.status()).send(Headers.problem(trouble, Ask.language(request)));
        });
    Door door = new Door(routing, gate, new Shell(words, assets, pages), robot.desk().clock());
    parts.forEach(part -> part.routes(door));
    door.finish();
    routes = door.routes();
    server = server(settings, routing);
  }

  /** The PIN of the pages of a robot with that data folder. */
  public static Pin pin(Path data) {
    return new Pin(data.resolve(FOLDER), new SecureRandom());
  }

  /**
   * Serves from now on.
   *
   * @throws Unopened if the port is taken or the certificate cannot be used
   */
  public static Console open(Robot robot, RobotSettings.Console settings) throws Unopened {
    Console console = new Console(robot, settings);
    console.server.start();
    if (!console.server.isRunning()) {
      console.close();
      throw taken(settings);
    }
    return console;
  }

  /** Helidon does not say why it has not started, so the same is tried once more without it. */
  private static Unopened taken(RobotSettings.Console settings) {
    Sentence reason = Sentence.of("the web server did not start");
    Throwable cause = null;
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(address(settings));
    } catch (BindException inUse) {
      cause = inUse;
      reason =
          String.valueOf(inUse.getMessage()).contains("in use")
              ? Sentence.of("another program uses it already")
              : Reason.of(inUse);
    } catch (IOException other) {
      cause = other;
      reason = Reason.of(other);
    }
    return new Unopened(
        Sentence.of(
            "The librarians' pages cannot be served at port {0}: {1}. Everything else works. Another"
                + " port: console.port in the settings.",
            Integer.toString(settings.port()), reason),
        cause);
  }

  private static InetSocketAddress address(RobotSettings.Console settings) {
    return settings.address().isEmpty()
        ? new InetSocketAddress(settings.port())
        : new InetSocketAddress(settings.address(), settings.port());
  }

  private static Sentence reason(Throwable trouble) {
    Throwable cause = trouble;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof IOException io ? Reason.of(io) : Reason.told(cause);
  }

  private static WebServer server(RobotSettings.Console settings, HttpRouting.Builder routing)
      throws Unopened {
    WebServerConfig.Builder config =
        WebServer.builder()
            .featuresDiscoverServices(false)
            .shutdownHook(false)
            .addProtocol(
                Http1Config.builder()
                    .maxPrologueLength(MOST_LINE_BYTES)
                    .maxHeadersSize(MOST_HEADER_BYTES)
                    .build())
            .bindAddress(address(settings))
            .maxPayloadSize(MOST_BODY_BYTES)
            .maxTcpConnections(MOST_CONNECTIONS)
            .idleConnectionTimeout(Duration.ofMinutes(2))
            .idleConnectionPeriod(Duration.ofSeconds(20))
            .connectionOptions(options -> options.readTimeout(SILENT).tcpNoDelay(true))
            .addRouting(routing);
    if (settings.tls().isPresent()) {
      config.tls(tls(settings.tls().get()));
    }
    return config.build();
  }

  private static Tls tls(RobotSettings.Tls files) throws Unopened {
    try {
      return Certificate.tls(files);
    } catch (RuntimeException trouble) {
      throw new Unopened(
          Sentence.of(
              "The librarians' pages cannot be served: the certificate {0} or its key cannot be used:"
                  + " {1}",
              files.certificate(), reason(trouble)),
          trouble);
    }
  }

  /** All that is answered. */
  List<Route> routes() {
    return routes;
  }

  /** The port that is served. */
  public int port() {
    return server.port();
  }

  /** What a librarian has to do first, in a sentence; "" if a PIN is set. */
  public String firstStep() {
    try {
      return pin.set()
          ? ""
          : "The librarians' pages have no PIN yet. One-time code for setting one: " + pin.code();
    } catch (IOException e) {
      return "The one-time code of the librarians' pages cannot be written: " + Reason.of(e);
    }
  }

  @Override
  public void close() {
    adjusting.close();
    measuring.close();
    broadcast.close();
    if (server.isRunning()) {
      server.stop();
    }
    clerk.close();
  }
}
