package iyagi.prepared;

import iyagi.audio.Pcm;
import iyagi.audio.Wav;
import iyagi.score.Composer.Spoken;
import iyagi.speech.Phrase;
import iyagi.speech.Utterance;
import iyagi.words.Hindrance;
import iyagi.words.Sentence;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tinylog.Logger;

/**
 * Spoken phrases on disk, each one file: a WAV that any program plays, with the times of phones and
 * words and a check sum in a chunk behind the sound. A file is written beside its place, forced to
 * the disk and then renamed, so that at any moment a name stands for a whole file or for none. Any
 * thread; several processes may share a store.
 */
public final class PreparedStore {
  private static final String PART = ".part";

  private final Path folder;
  private final String engineVersion;

  /**
   * A store in a folder, which is made if need be. What a killed process left half-written is
   * removed.
   *
   * @param engineVersion of the engine whose speech is kept; another version finds nothing of this
   *     one's
   * @throws IOException if the folder cannot be made or read
   */
  public PreparedStore(Path folder, String engineVersion) throws IOException {
    this.folder = folder;
    this.engineVersion = engineVersion;
    Files.createDirectories(folder);
    removeLeftovers();
  }

  /** The key of a phrase. */
  public String key(Phrase phrase) {
    return ClipKey.of(engineVersion, phrase);
  }

  /** Whether there is a file for the phrase; it may still prove to be damaged. */
  public boolean has(Phrase phrase) {
    return Files.exists(file(key(phrase)));
  }

  /**
   * The phrase as it was spoken before; empty if it was not, or if its file is damaged (which is
   * then said).
   */
  public Optional<Spoken> find(Phrase phrase) {
    String key = key(phrase);
    Path file = file(key);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(ClipFile.spoken(key, in));
    } catch (NoSuchFileException removedMeanwhile) {
      return Optional.empty();
    } catch (IOException e) {
      Logger.warn("prepared speech {} is damaged and is made again: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * The sound of a phrase.
   *
   * @throws IOException if it is not there or damaged
   */
  public Pcm sound(String key) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file(key)))) {
      return Wav.read(in);
    }
  }

  /**
   * Keeps a phrase.
   *
   * @return what {@link #find} will give
   * @throws IOException if the disk is full or cannot be written; nothing kept before is touched
   */
  public Spoken keep(Phrase phrase, Utterance utterance) throws IOException {
    String key = key(phrase);
    byte[] bytes = ClipFile.bytes(utterance);
    Path place = file(key);
    Files.createDirectories(place.getParent());
    Path part =
        place.resolveSibling(
            key + "." + ProcessHandle.current().pid() + "-" + UUID.randomUUID() + PART);
    try {
      write(part, bytes);
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new Hindrance(
          Sentence.of("the disk under {0} cannot rename files in one step", folder), e);
    } finally {
      Files.deleteIfExists(part);
    }
    forceFolder(place.getParent());
    return new Spoken(key, utterance.sound().length(), utterance.phones(), utterance.words());
  }

  private static void write(Path part, byte[] bytes) throws IOException {
    try (FileChannel out =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
      out.force(true);
    }
  }

  /** Linux keeps a new name only when the folder has been forced, too. */
  private static void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private void removeLeftovers() throws IOException {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      for (Path part : files.filter(f -> f.getFileName().toString().endsWith(PART)).toList()) {
        if (!writerLives(part)) {
          Files.deleteIfExists(part);
        }
      }
    } catch (UncheckedIOException finishedMeanwhile) {
      // Another process has renamed its file while we looked; what is left over stays for the next
      // time.
      Logger.debug(finishedMeanwhile, "leftovers were not all looked at");
    }
  }

  private static boolean writerLives(Path part) {
    String[] pieces = part.getFileName().toString().split("[.-]", 3);
    try {
      return pieces.length > 1 && ProcessHandle.of(Long.parseLong(pieces[1])).isPresent();
    } catch (NumberFormatException notOurs) {
      return true;
    }
  }

  private Path file(String key) {
    return folder.resolve(key.substring(0, 2)).resolve(key + ".wav");
  }
}
