package iyagi.program;

import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Where the programme is kept. May be read by any thread of any program; who changes it says which
 * revision was changed, so that two people do not undo each other's work.
 */
public final class ProgrammeBook {
  private final Notebook notebook;
  private volatile Known known = new Known("", new ProgrammeResult.Read(Programme.NOTHING));

  private record Known(String text, ProgrammeResult result) {}

  /** The programme in a notebook. */
  public ProgrammeBook(Notebook notebook) {
    this.notebook = notebook;
  }

  /**
   * A programme as its file would have it.
   *
   * @param name for messages
   */
  public static ProgrammeResult read(String name, String text) {
    return ProgrammeReader.read(name, text);
  }

  /** As its file has it, in JSON. */
  public static String text(Programme programme) {
    return ProgrammeWriter.text(programme);
  }

  /** The programme as it is now; one that was never written has no plans. */
  public ProgrammeResult read() {
    try {
      Optional<String> text = notebook.text();
      return text.map(this::read).orElse(new ProgrammeResult.Read(Programme.NOTHING));
    } catch (IOException unreadable) {
      return new ProgrammeResult.Rejected(
          List.of(Sentence.of("{0}: cannot be read: {1}", notebook.name(), Reason.of(unreadable))));
    }
  }

  private ProgrammeResult read(String text) {
    if (!known.text().equals(text)) {
      known = new Known(text, ProgrammeReader.read(notebook.name(), text));
    }
    return known.result();
  }

  /**
   * Keeps a changed programme, if it is the next revision of what is there.
   *
   * @return why it was not kept, for a librarian; empty if it was
   */
  public synchronized Optional<Sentence> keep(Programme changed) {
    return switch (read()) {
      case ProgrammeResult.Rejected(List<Sentence> problems) ->
          Optional.of(
              Sentence.of(
                  "{0} Nothing was changed; the file has to be mended first.",
                  problems.getFirst()));
      case ProgrammeResult.Read(Programme there) when there.revision() + 1 != changed.revision() ->
          Optional.of(
              Sentence.of(
                  "The programme was changed by somebody else meanwhile (revision {0}). Nothing was"
                      + " changed; please look at it again.",
                  there.revision()));
      case ProgrammeResult.Read _ -> write(changed);
    };
  }

  private Optional<Sentence> write(Programme changed) {
    try {
      notebook.write(ProgrammeWriter.text(changed));
      return Optional.empty();
    } catch (IOException refused) {
      return Optional.of(
          Sentence.of(
              "{0}: cannot be written: {1}. Nothing was changed.",
              notebook.name(), Reason.of(refused)));
    }
  }
}
