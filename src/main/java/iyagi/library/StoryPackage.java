package iyagi.library;

import iyagi.story.Problem;
import iyagi.words.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A packed story: the story's folder as a zip, or what is in the folder. Nothing of a package is
 * believed: names are checked before anything is written, sizes are counted while reading, and one
 * wrong entry refuses the whole.
 *
 * @param file that holds it
 * @param name for messages, and for the story where the zip has no folder: "bear.zip"
 * @param limits what may be in it
 */
public record StoryPackage(Path file, String name, Limits limits) {
  private static final int BLOCK_BYTES = 8192;

  /**
   * How much a package may hold.
   *
   * @param entries files and folders
   * @param fileBytes of one file, unpacked
   * @param allBytes of all files together, unpacked; the zip itself must not be larger either
   */
  public record Limits(int entries, long fileBytes, long allBytes) {
    /** A story of an hour with recordings in two languages fits. */
    public static final Limits USUAL = new Limits(500, 20_000_000, 200_000_000);

    /** All are at least 1. */
    public Limits {
      if (Math.min(entries, Math.min(fileBytes, allBytes)) < 1) {
        throw new IllegalArgumentException(
            "a limit below 1: %d, %d, %d".formatted(entries, fileBytes, allBytes));
      }
    }
  }

  /** A package within the usual limits. */
  public StoryPackage(Path file) {
    this(file, file.getFileName().toString(), Limits.USUAL);
  }

  /**
   * Writes the story into a folder of its own name.
   *
   * @param folder empty; what is in it after a refusal is to be thrown away
   * @throws IOException if the folder cannot be written or the thread was interrupted
   */
  Unpacked unpackInto(Path folder) throws IOException {
    if (!Files.isRegularFile(file)) {
      return refused("there is no such file");
    }
    if (Files.size(file) > limits.allBytes()) {
      return refused("has more than {0}; a story is smaller", megabytes(limits.allBytes()));
    }
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      List<ZipEntry> entries = zip.stream().<ZipEntry>map(entry -> entry).toList();
      Contents contents = Contents.of(this, entries, UnixModes.special(file, entries.size()));
      if (!contents.problems().isEmpty()) {
        return new Unpacked.Refused(contents.problems());
      }
      Path story = Files.createDirectory(folder.resolve(contents.id()));
      write(zip, contents.files(), story);
      return new Unpacked.Whole(story);
    } catch (InvalidPathException e) {
      // A Java that was started in the locale "C" has no names but ASCII ones.
      return refused(
          "holds the name '{0}', which this system cannot write; start the robot with LC_ALL=C.UTF-8",
          Contents.shown(e.getInput()));
    } catch (Unfit unfit) {
      return new Unpacked.Refused(
          List.of(new Problem(Problem.Severity.ERROR, name, 0, 0, unfit.why)));
    } catch (ZipException e) {
      return refused("is not a whole zip file: {0}; pack the story again", e.getMessage());
    }
  }

  private void write(ZipFile zip, Map<String, ZipEntry> files, Path story) throws IOException {
    long left = limits.allBytes();
    for (var file : files.entrySet()) {
      Path place = story.resolve(file.getKey());
      Files.createDirectories(place.getParent());
      left -= write(zip, file.getValue(), place, left);
    }
  }

  /** Gives the bytes written. */
  private long write(ZipFile zip, ZipEntry entry, Path place, long allowed) throws IOException {
    CRC32 sum = new CRC32();
    long written = 0;
    byte[] block = new byte[BLOCK_BYTES];
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(place, StandardOpenOption.CREATE_NEW)) {
      for (int read = read(in, block, entry); read >= 0; read = read(in, block, entry)) {
        written += read;
        checkSize(entry, written, allowed);
        sum.update(block, 0, read);
        out.write(block, 0, read);
      }
    }
    if (written != entry.getSize() || sum.getValue() != entry.getCrc()) {
      throw new Unfit(
          Sentence.of(
              "{0} is not what the zip's list says of it; pack the story again",
              Contents.shown(entry)));
    }
    return written;
  }

  private void checkSize(ZipEntry entry, long written, long allowed) throws Unfit {
    if (written > limits.fileBytes()) {
      throw new Unfit(
          Sentence.of(
              "{0} has more than {1}, the most for one file of a story",
              Contents.shown(entry), megabytes(limits.fileBytes())));
    }
    if (written > allowed) {
      throw new Unfit(
          Sentence.of(
              "holds more than {0} when it is unpacked; a story is smaller",
              megabytes(limits.allBytes())));
    }
  }

  /**
   * A fault of the disk that is read is taken for one of the zip; it is the same to a librarian.
   */
  private static int read(InputStream in, byte[] block, ZipEntry entry) throws Unfit {
    try {
      return in.read(block);
    } catch (IOException e) {
      Unfit damaged =
          new Unfit(Sentence.of("{0} is damaged; pack the story again", Contents.shown(entry)));
      damaged.initCause(e);
      throw damaged;
    }
  }

  /** Why a package is refused that could be opened. */
  private static final class Unfit extends ZipException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient Sentence why;

    Unfit(Sentence why) {
      super(why.toString());
      this.why = why;
    }
  }

  private static String megabytes(long bytes) {
    return bytes < 1_000_000 ? bytes + " bytes" : bytes / 1_000_000 + " MB";
  }

  private Unpacked refused(String text, Object... parts) {
    return new Unpacked.Refused(List.of(problem(text, parts)));
  }

  Installation rejected(String text, Object... parts) {
    return new Installation.Rejected(List.of(problem(text, parts)));
  }

  Problem problem(String text, Object... parts) {
    return new Problem(Problem.Severity.ERROR, name, 0, 0, Sentence.of(text, parts));
  }
}
