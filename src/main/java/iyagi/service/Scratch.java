package iyagi.service;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for one file that is being taken, removed when it is closed. While it is in use it is
 * locked, so that {@link #tidy} can tell it from one that a power cut left behind.
 */
final class Scratch implements AutoCloseable {
  private static final String LOCK = ".lock";

  private final Path folder;
  private final FileChannel lock;

  private Scratch(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** A new one. */
  static Scratch on(Desk desk, String name) throws IOException {
    Path folder = Files.createTempDirectory(Files.createDirectories(all(desk)), name);
    FileChannel lock = open(folder);
    lock.lock();
    return new Scratch(folder, lock);
  }

  private static Path all(Desk desk) {
    return desk.places().incoming();
  }

  private static FileChannel open(Path folder) throws IOException {
    return FileChannel.open(
        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      clear(folder);
    }
  }

  /** Removes those that nobody uses. */
  static void tidy(Desk desk) throws IOException {
    if (!Files.isDirectory(all(desk))) {
      return;
    }
    try (Stream<Path> folders = Files.list(all(desk))) {
      for (Path folder : folders.toList()) {
        if (!Files.isDirectory(folder) || unused(folder)) {
          clear(folder);
        }
      }
    }
  }

  private static boolean unused(Path folder) throws IOException {
    try (FileChannel lock = open(folder)) {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException byThisProgram) {
      return false;
    }
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    }
  }
}
