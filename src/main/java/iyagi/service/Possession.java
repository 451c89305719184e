package iyagi.service;

import iyagi.settings.Servos;
import iyagi.words.Explained;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tinylog.Logger;

/**
 * The right to move a robot's body. One program at a time has it, as two would give one servo two
 * orders. The kernel takes it back when the program ends, however that happens.
 */
public final class Possession implements AutoCloseable {
  private static final String FILE = "body.lock";

  private final FileChannel channel;

  private Possession(FileChannel channel) {
    this.channel = channel;
  }

  /** Somebody else has it, or it cannot be asked for; the message says what to do. */
  public static final class Refused extends Exception implements Explained {
    private static final long serialVersionUID = 1;
    private final String holder;
    private final transient Sentence sentence;

    private Refused(String holder, Sentence sentence, Exception cause) {
      super(sentence.toString(), cause);
      this.holder = holder;
      this.sentence = sentence;
    }

    @Override
    public Sentence sentence() {
      return sentence;
    }

    /** The process number of whoever has it; "" if that is not known. */
    public String holder() {
      return holder;
    }
  }

  /** Whether there is anything that two programs must not move at once. */
  public static boolean matters(Servos servos) {
    return switch (servos) {
      case Servos.Pca9685 _, Servos.Pwm _ -> true;
      case Servos.Simulated _, Servos.None _ -> false;
    };
  }

  /**
   * Takes it.
   *
   * @param data the robot's data folder
   * @throws Refused if another program has it, or the folder cannot be written
   */
  public static Possession take(Path data) throws Refused {
    Path file = data.resolve(FILE);
    FileChannel channel = null;
    try {
      Files.createDirectories(data);
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (locked(channel)) {
        channel.truncate(0);
        channel.write(
            ByteBuffer.wrap(
                Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
            0);
        return new Possession(channel);
      }
      channel.close();
      throw taken(file);
    } catch (IOException e) {
      close(channel);
      throw new Refused(
          "",
          Sentence.of(
              "Whether another program moves this robot cannot be known: {0} cannot be used ({1})."
                  + " Nothing is moved; run this as the user that the robot's service has.",
              file, Reason.of(e)),
          e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException byThisProgram) {
      return false;
    }
  }

  private static Refused taken(Path file) throws IOException {
    String holder = Files.readString(file, StandardCharsets.US_ASCII).strip();
    return new Refused(
        holder,
        Sentence.of(
            "The robot is in use by another program{0}, most likely because it is in service. Ask it"
                + " there, by card or button; or end the service first: sudo systemctl stop iyagi",
            holder.isEmpty() ? Sentence.NOTHING : Sentence.of(" (process {0})", holder)),
        null);
  }

  @Override
  public void close() {
    close(channel);
  }

  private static void close(FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      Logger.debug(e, "the lock ends with the program");
    }
  }
}
