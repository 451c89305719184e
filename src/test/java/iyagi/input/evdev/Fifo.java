package iyagi.input.evdev;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A named pipe that stands in for a device: what is written to it is what a reader types. */
public final class Fifo {
  private final Path path;
  private RandomAccessFile writer;

  /** Not there yet. */
  public Fifo(Path path) {
    this.path = path;
  }

  /** Appears under its name when it can be read without a gap. */
  public void plug() {
    Path hidden = path.resolveSibling(path.getFileName() + ".new");
    try {
      Process mkfifo = new ProcessBuilder("mkfifo", hidden.toString()).inheritIO().start();
      assertEquals(0, mkfifo.waitFor(), "mkfifo");
      writer = new RandomAccessFile(hidden.toFile(), "rw");
      Files.move(hidden, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** Is gone. */
  public void unplug() {
    try {
      Files.deleteIfExists(path);
      writer.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Types on it. */
  public void type(Typing typing) {
    try {
      writer.write(typing.bytes());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
