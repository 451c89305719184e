package iyagi.cli;

import iyagi.performance.Command;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.tinylog.Logger;

/** Commands by key while a story is read on a terminal: a letter, then Enter. */
final class Keys {
  /** What the keys do, in one line. */
  static final String HELP =
      "Keys, each with Enter: p pause, r resume, n next page, b page before, a again, s stop, h halt, 1 and 2 to choose";

  private static final Map<String, Command> COMMANDS =
      Map.of(
          "p", new Command.Pause(),
          "r", new Command.Resume(),
          "n", new Command.Next(),
          "b", new Command.Previous(),
          "a", new Command.Again(),
          "s", new Command.Stop(),
          "h", new Command.Halt(),
          "1", new Command.Choose(true),
          "2", new Command.Choose(false));

  private Keys() {}

  private static final String READ = "read ";

  /** Listens on a thread of its own until the program ends. */
  static void listen(Consumer<Command> to, Screen screen) {
    listen(to, _ -> screen.line(HELP), screen);
  }

  /** The same, with a story to be started by {@code read NAME}. */
  static void listen(Consumer<Command> to, Consumer<String> start, Screen screen) {
    Thread.ofPlatform().name("keys").daemon().start(() -> read(to, start, screen));
  }

  private static void read(Consumer<Command> to, Consumer<String> start, Screen screen) {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Command command = COMMANDS.get(line.strip().toLowerCase(Locale.ROOT));
        if (line.startsWith(READ)) {
          screen.typed();
          start.accept(line.substring(READ.length()).strip());
        } else if (command == null) {
          screen.typed();
          screen.line(HELP);
        } else {
          to.accept(command);
          screen.typed();
        }
      }
    } catch (IOException e) {
      Logger.debug(e, "no more keys");
    }
  }
}
