package iyagi.collect.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iyagi.dist.Program;
import iyagi.report.mqtt.Broker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real PostgreSQL on a free port of the loopback, with a folder of its own that goes with it. */
public final class Postgres implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final Path programs;
  private final Path folder;
  private final int port;
  private int databases;

  private Postgres(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /** Starts one. Tests are left out where it is not installed. */
  public static Postgres start() throws IOException, InterruptedException {
    Path programs = programs();
    Path folder = Files.createTempDirectory("postgres");
    if (root()) {
      sh("chown", "postgres", folder.toString());
    }
    Postgres server = new Postgres(programs, folder, Broker.freePort(LOOPBACK));
    String data = folder.resolve("data").toString();
    server.run("initdb", "-D", data, "-U", "iyagi", "-A", "trust", "-E", "UTF8", "--no-sync");
    server.run(
        "pg_ctl",
        "-D",
        data,
        "-w",
        "-l",
        folder.resolve("log").toString(),
        "-o",
        "-p " + server.port + " -k " + folder + " -c listen_addresses=" + LOOPBACK + " -F",
        "start");
    return server;
  }

  private static Path programs() throws IOException {
    Path root = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(root)) {
      try (Stream<Path> versions = Files.list(root)) {
        var found =
            versions.map(v -> v.resolve("bin")).filter(Files::isDirectory).sorted().toList();
        if (!found.isEmpty()) {
          return found.getLast();
        }
      }
    }
    return Path.of(Program.needs("postgres")).getParent();
  }

  private static boolean root() {
    return System.getProperty("user.name").equals("root");
  }

  /** Never as root: it would refuse. */
  private void run(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (root()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    sh(command.toArray(String[]::new));
  }

  private static void sh(String... command) throws IOException, InterruptedException {
    Program.Outcome outcome = Program.run(Map.of(), command);
    assertEquals(0, outcome.code(), String.join(" ", command) + ": " + outcome.err());
  }

  /** The address of a database of it, there or not. */
  public String url(String database) {
    return "jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + database + "?user=iyagi";
  }

  /** Makes an empty database; its address. */
  public String database() throws SQLException {
    databases++;
    try (Connection connection = DriverManager.getConnection(url("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE d" + databases);
    }
    return url("d" + databases);
  }

  @Override
  public void close() throws IOException {
    try {
      run("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "-w", "stop");
      sh("rm", "-r", folder.toString());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
