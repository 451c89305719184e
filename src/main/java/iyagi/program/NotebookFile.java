package iyagi.program;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
        throw new IOException(file + " has %.1f MB; 1 MB is allowed".formatted(bytes / 1e6));
      }
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (MalformedInputException foreign) {
      throw new IOException(file + " is not UTF-8; save it as UTF-8 in an editor", foreign);
    }
  }

  @Override
  public void write(String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (FileChannel out =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true); // Linux keeps a new name only when the folder has been forced, too.
    }
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
