package iyagi.dist;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs started by tests. */
public final class Program {
  private static final Path IYAGI = Path.of("target/iyagi/bin/iyagi").toAbsolutePath();

  /** What a program said and how it ended. */
  public record Outcome(int code, String out, String err) {}

  private Program() {}

  /** Starts the packaged program and waits for its end. */
  static Outcome iyagi(Path data, String... args) throws IOException, InterruptedException {
    assertTrue(Files.isExecutable(IYAGI), "package first: " + IYAGI);
    String[] command = new String[args.length + 1];
    command[0] = IYAGI.toString();
    System.arraycopy(args, 0, command, 1, args.length);
    return run(Map.of("IYAGI_DATA", data.toString()), command);
  }

  /** Starts any program and waits for its end. */
  public static Outcome run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      builder.redirectInput(new File("/dev/null"));
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        fail(String.join(" ", command) + " did not end within 5 minutes");
      }
      return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /**
   * Where a tool is installed; where it is not, the test is left out, or fails with the profile
   * "tools".
   *
   * @return its path
   */
  public static String needs(String tool) {
    // Servers lie where only root's PATH leads.
    for (String folder : (System.getenv("PATH") + ":/usr/sbin").split(":", -1)) {
      Path place = Path.of(folder, tool);
      if (Files.isExecutable(place)) {
        return place.toString();
      }
    }
    return missing(tool);
  }

  /** Goes on only where a shared library is installed. */
  static void needsLibrary(String name) throws IOException {
    try (Stream<Path> folders = Files.find(Path.of("/usr/lib"), 2, (p, _) -> p.endsWith(name))) {
      if (folders.findAny().isEmpty()) {
        missing(name);
      }
    }
  }

  private static String missing(String tool) {
    String missing = tool + " is not installed; mvn verify -Ptools installs it";
    if (Boolean.getBoolean("iyagi.tools")) {
      fail(missing);
    }
    System.err.println("SKIPPED: " + missing);
    return abort(missing);
  }
}
