package iyagi.program;

import iyagi.disk.Disk;
import iyagi.words.Hindrance;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A notebook in a file: written beside its place, forced to the disk and renamed. One thread of one
 * program writes; others may read.
 */
public final class NotebookFile implements Notebook {
  /** Two hundred plans are 120 KB. */
  private static final long LARGEST_BYTES = 1024 * 1024;

  private final Path file;

  /** The notebook in a file that need not be there yet. */
  public NotebookFile(Path file) {
    this.file = file;
  }

  @Override
  public Optional<String> text() throws IOException {
    try {
      long bytes = Files.size(file);
      if (bytes > LARGEST_BYTES) {
        throw new Hindrance(
            Sentence.of("{0} has {1} MB; 1 MB is allowed", file, "%.1f".formatted(bytes / 1e6)));
      }
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (MalformedInputException foreign) {
      throw new Hindrance(
          Sentence.of("{0} is not UTF-8; save it as UTF-8 in an editor", file), foreign);
    }
  }

  @Override
  public void write(String text) throws IOException {
    Disk.write(file, text);
  }

  @Override
  public String putAside() throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
    Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    return aside.toString();
  }

  @Override
  public String name() {
    return file.toString();
  }
}
