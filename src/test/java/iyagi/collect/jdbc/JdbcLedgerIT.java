package iyagi.collect.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The ledger in a SQLite file. */
final class JdbcLedgerIT extends LedgerContract {
  @TempDir private Path folder;

  @Override
  String empty() {
    return "jdbc:sqlite:" + folder.resolve("collect.db");
  }

  @Override
  String nowhere() {
    return "jdbc:sqlite:" + folder.resolve("no/such/folder/collect.db");
  }

  @Override
  String whyNowhere() {
    return "the file cannot be opened; check that its folder is there, and its rights";
  }
}
