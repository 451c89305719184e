package iyagi.console;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import iyagi.time.NanoClock;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Where parts say what they answer. Until a PIN is set nothing is answered but {@link #always} and
 * {@link #knock}; after that {@link #open} is for everybody on the network, and all else for those
 * who have signed in. What changes something is asked with POST, PUT or DELETE, by a page of this
 * robot only.
 */
final class Door {
  /** So many files are taken at the same time: a robot has little memory, and reads meanwhile. */
  private static final int UPLOADS = 2;

  private final HttpRouting.Builder routing;
  private final Gate gate;
  private final Shell shell;
  private final NanoClock clock;
  private final Semaphore uploads = new Semaphore(UPLOADS);
  private final List<Route> routes = new ArrayList<>();

  Door(HttpRouting.Builder routing, Gate gate, Shell shell, NanoClock clock) {
    this.routing = routing;
    this.gate = gate;
    this.shell = shell;
    this.clock = clock;
  }

  /** All that has been said so far, in order. */
  List<Route> routes() {
    return List.copyOf(routes);
  }

  private void route(Method method, String path, Route.Who who, Handler handler) {
    routes.add(new Route(method.text(), path, who));
    routing.route(method, path, handler);
  }

  /** The page of that name, at "/NAME", for those who have signed in. */
  void page(String name) {
    route(
        Method.GET,
        "/" + name,
        Route.Who.LIBRARIANS,
        handler(
            ask -> gate.detour(ask).orElseGet(() -> shell.page(name, ask, gate.visit(ask, true)))));
  }

  /** The page of that name, at "/NAME", also for those who have not signed in. */
  void openPage(String name) {
    route(
        Method.GET,
        "/" + name,
        Route.Who.EVERYBODY,
        handler(
            ask ->
                gate.set()
                    ? shell.page(name, ask, gate.visit(ask, true))
                    : Answer.elsewhere("/setup")));
  }

  /** The page of that name, whether a PIN is set or not, without navigation. */
  void outerPage(String name, Reply first) {
    route(
        Method.GET,
        "/" + name,
        Route.Who.ALWAYS,
        handler(
            ask -> {
              Answer other = first.to(ask);
              return other.status() == 204 ? shell.page(name, ask, Optional.empty()) : other;
            }));
  }

  /** Something to look at, for those who have signed in. */
  void get(String path, Reply reply) {
    route(Method.GET, path, Route.Who.LIBRARIANS, handler(ask -> gate.signedIn(ask, reply)));
  }

  /** Something to look at, for everybody once a PIN is set. */
  void open(String path, Reply reply) {
    route(Method.GET, path, Route.Who.EVERYBODY, handler(ask -> gate.opened(ask, reply)));
  }

  /** Something to look at, for everybody and at once: no secrets, nothing of the library's. */
  void always(String path, Reply reply) {
    route(Method.GET, path, Route.Who.ALWAYS, handler(reply));
  }

  /** Something to do. */
  void post(String path, Reply reply) {
    change(Method.POST, path, reply);
  }

  /** Something to set. */
  void put(String path, Reply reply) {
    change(Method.PUT, path, reply);
  }

  /** Something to take away. */
  void delete(String path, Reply reply) {
    change(Method.DELETE, path, reply);
  }

  private void change(Method method, String path, Reply reply) {
    route(method, path, Route.Who.LIBRARIANS, handler(ask -> gate.changing(ask, reply)));
  }

  /**
   * A file to take, sent as it is, not as a form.
   *
   * @param mostBytes that it may have
   */
  void upload(String path, long mostBytes, Reply reply) {
    route(
        Method.POST,
        path,
        Route.Who.LIBRARIANS,
        handler(
            mostBytes,
            ask ->
                gate.changing(
                    ask,
                    here -> {
                      if (!uploads.tryAcquire()) {
                        throw new Refused(503, "uploads-busy");
                      }
                      try {
                        return reply.to(here);
                      } finally {
                        uploads.release();
                      }
                    })));
  }

  /** Something that is asked before signing in, by a page of this robot. */
  void knock(String path, Reply reply) {
    route(Method.POST, path, Route.Who.ALWAYS, handler(ask -> gate.knocking(ask, reply)));
  }

  /** A stream of events, for everybody or for those who have signed in. */
  void events(String path, boolean open, Broadcast.Audience audience, Broadcast broadcast) {
    route(
        Method.GET,
        path,
        open ? Route.Who.EVERYBODY : Route.Who.LIBRARIANS,
        (request, response) -> {
          Ask ask = new Ask(request, clock, 0);
          try {
            gate.watching(ask, open);
          } catch (Refused refused) {
            send(refused.answer(ask.language()), response, request);
            return;
          }
          Optional<Broadcast.Watcher> watcher =
              broadcast.watch(
                  audience, () -> open ? gate.set() : gate.visit(ask, false).isPresent());
          if (watcher.isEmpty()) {
            send(new Refused(503, "too-many-watch").answer(ask.language()), response, request);
            return;
          }
          try (Broadcast.Watcher here = watcher.get();
              SseSink sink = response.sink(SseSink.TYPE)) {
            here.follow(sink::emit);
          }
        });
  }

  /** What is not answered by any part. */
  void finish() {
    routing.get("/", handler(ask -> gate.detour(ask).orElseGet(() -> Answer.elsewhere("/now"))));
    routing.any(handler(ask -> new Refused(404, "not-found").answer(ask.language())));
  }

  private Handler handler(Reply reply) {
    return handler(Ask.MOST_BYTES, reply);
  }

  private Handler handler(long mostBytes, Reply reply) {
    return (request, response) -> {
      Ask ask = new Ask(request, clock, mostBytes);
      Answer answer;
      try {
        answer = reply.to(ask);
      } catch (Refused refused) {
        answer = refused.answer(ask.language());
      } catch (IOException trouble) {
        answer = Trouble.of(trouble).answer(ask.language());
      }
      send(answer, response, request);
    };
  }

  private static void send(Answer answer, ServerResponse response, ServerRequest request) {
    // Whatever is still being sent is not waited for.
    boolean last =
        request.headers().contains(HeaderValues.CONNECTION_CLOSE)
            || (request.content().hasEntity() && !request.content().consumed());
    if (last) {
      response.header(HeaderValues.CONNECTION_CLOSE);
    }
    write(answer, response);
    if (last) {
      // Helidon 4.5.0 says that it closes and does not (its issue 12324).
      throw new CloseConnectionException("as said in the answer");
    }
  }

  private static void write(Answer answer, ServerResponse response) {
    response.status(answer.status());
    answer
        .headers()
        .forEach((name, value) -> response.headers().set(HeaderNames.create(name), value));
    answer.cookies().forEach(cookie -> response.headers().add(HeaderNames.SET_COOKIE, cookie));
    if (List.of(204, 303, 304).contains(answer.status())) {
      response.send();
      return;
    }
    try (OutputStream out = response.outputStream()) {
      answer.body().writeTo(out);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
