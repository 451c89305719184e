package iyagi.library;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** One change of a shelf at a time: among the threads of this program and among programs. */
final class ShelfLock implements AutoCloseable {
  /** A file's lock belongs to the whole program, so its threads need one beside. */
  private static final ReentrantLock THREADS = new ReentrantLock();

  private final Optional<FileChannel> channel;

  private ShelfLock(Optional<FileChannel> channel) {
    this.channel = channel;
  }

  /**
   * Waits for its turn. A thread that has it already has it once more: a file cannot be locked
   * twice by one program.
   *
   * @param folder of the shelf, which is made if need be
   * @throws IOException if the folder cannot be written, or the thread was interrupted
   */
  static ShelfLock of(Path folder) throws IOException {
    try {
      THREADS.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
    try {
      boolean mine = THREADS.getHoldCount() > 1;
      return new ShelfLock(mine ? Optional.empty() : Optional.of(locked(folder)));
    } catch (IOException e) {
      THREADS.unlock();
      throw e;
    }
  }

  private static FileChannel locked(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      channel.lock();
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Closing the file gives its lock back. */
  @Override
  public void close() throws IOException {
    try {
      if (channel.isPresent()) {
        channel.get().close();
      }
    } finally {
      THREADS.unlock();
    }
  }
}
