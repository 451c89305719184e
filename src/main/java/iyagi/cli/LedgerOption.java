package iyagi.cli;

import iyagi.collect.Ledger;
import iyagi.service.Desk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the library keeps its reports, as an option. */
final class LedgerOption {
  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final String SQLITE = "jdbc:sqlite:";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--db",
      paramLabel = "FILE|URL",
      description = {
        "Where the reports are kept: a file, or jdbc:postgresql://HOST/DATABASE.",
        "Default: collect.db in the program's data folder."
      })
  private String place;

  /**
   * The ledger of that place.
   *
   * @param make whether a file may be made that is not there
   */
  Ledger open(Desk desk, boolean make) {
    String words = place == null ? desk.places().data().resolve("collect.db").toString() : place;
    if (words.startsWith(POSTGRESQL)) {
      return desk.post().ledger(words);
    }
    if (words.startsWith("jdbc:") && !words.startsWith(SQLITE)) {
      throw wrong(
          "--db "
              + words
              + ": this kind of database is not known. Give a file, or an address that begins with"
              + " jdbc:postgresql://");
    }
    Path file = Path.of(words.startsWith(SQLITE) ? words.substring(SQLITE.length()) : words);
    if (make) {
      makeFolder(file);
    } else if (!Files.isRegularFile(file)) {
      throw wrong(
          "There are no reports in "
              + file
              + ". Collect some first (iyagi collect), or say with"
              + " --db where they are");
    }
    return desk.post().ledger(SQLITE + file);
  }

  private void makeFolder(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw wrong("--db " + file + ": its folder cannot be made; check its rights");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
