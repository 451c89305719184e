package iyagi.program;

import java.io.IOException;
import java.util.Optional;

/** A notebook that outlives the program, and whose disk may be full. */
public final class MemoryNotebook implements Notebook {
  private final Runnable before;
  private Optional<String> text = Optional.empty();
  boolean full;

  /**
   * An empty one.
   *
   * @param before done before and after every writing
   */
  public MemoryNotebook(Runnable before) {
    this.before = before;
  }

  @Override
  public Optional<String> text() {
    return text;
  }

  @Override
  public void write(String written) throws IOException {
    before.run();
    if (full) {
      throw new IOException("No space left on device");
    }
    text = Optional.of(written);
    before.run();
  }

  @Override
  public String putAside() {
    text = Optional.empty();
    return "aside";
  }

  @Override
  public String name() {
    return "notebook";
  }
}
