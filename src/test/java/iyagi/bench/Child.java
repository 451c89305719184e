package iyagi.bench;

import iyagi.time.NanoClock;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A program started to be measured. Needs Linux: its figures are those of /proc. */
final class Child implements AutoCloseable {
  private static final NanoClock CLOCK = NanoClock.system();
  private static final Path PROGRAM = Path.of("target/iyagi/bin/iyagi").toAbsolutePath();
  private static final double TICK_SECONDS = 0.01;

  private final long started = CLOCK.nanos();
  private final double cpuBefore = endedChildrenCpu();
  private final Process process;
  private final BufferedReader output;

  private Child(List<String> command, Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectInput(new File("/dev/null")).redirectError(ProcessBuilder.Redirect.INHERIT);
    process = builder.start();
    output = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * What a program cost from its start to its end.
   *
   * @param cpu of the whole process, in seconds
   * @param wall in seconds
   * @param output line by line
   */
  record Run(double cpu, double wall, List<String> output) {}

  /** The packaged program, on the Java of this process. */
  static Child iyagi(Path data, String javaOptions, String... args) throws IOException {
    if (!Files.isExecutable(PROGRAM)) {
      throw new IllegalStateException("package first: " + PROGRAM);
    }
    List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
    command.addAll(List.of(args));
    return new Child(
        command,
        Map.of(
            "IYAGI_DATA", data.toString(),
            "IYAGI_JAVA_OPTIONS", javaOptions,
            "JAVA_HOME", System.getProperty("java.home")));
  }

  /** Java, of the version that runs this process. */
  static Child java(String... args) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    command.addAll(List.of(args));
    return new Child(command, Map.of());
  }

  /** Waits for its end. Only one child may end meanwhile, or the CPU time would be that of both. */
  Run end() throws IOException, InterruptedException {
    List<String> lines = output.lines().toList();
    int code = process.waitFor();
    double wall = (CLOCK.nanos() - started) / 1e9;
    if (code != 0) {
      throw new IllegalStateException(process.info().command() + " failed: " + lines);
    }
    return new Run(endedChildrenCpu() - cpuBefore, wall, lines);
  }

  /** Seconds from the start until it prints such a line. */
  double secondsUntil(Predicate<String> line) throws IOException {
    for (String said = output.readLine(); said != null; said = output.readLine()) {
      if (line.test(said)) {
        return (CLOCK.nanos() - started) / 1e9;
      }
    }
    throw new IllegalStateException("the program ended without a word of it");
  }

  /** Its number. */
  long pid() {
    return process.pid();
  }

  /** Of the running process, user and system. */
  double cpuSeconds() throws IOException {
    return ticks("/proc/" + process.pid() + "/stat", 11) * TICK_SECONDS;
  }

  /** A line of /proc/PID/status in MB (of 1,024 kB), as VmRSS. */
  double megabytes(String key) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith(key + ":")) {
        return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
      }
    }
    throw new IllegalStateException("Linux says nothing of " + key);
  }

  private static double endedChildrenCpu() {
    try {
      return ticks("/proc/self/stat", 13) * TICK_SECONDS;
    } catch (IOException e) {
      throw new IllegalStateException("the benchmarks need Linux", e);
    }
  }

  /** User and system time, the second right behind the first; fields counted behind the name. */
  private static long ticks(String file, int field) throws IOException {
    String stat = Files.readString(Path.of(file));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[field]) + Long.parseLong(fields[field + 1]);
  }

  /** Kills it if it still runs. */
  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    output.close();
  }
}
