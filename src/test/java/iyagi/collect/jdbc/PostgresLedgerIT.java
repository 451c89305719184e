package iyagi.collect.jdbc;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The ledger in a real PostgreSQL. */
final class PostgresLedgerIT extends LedgerContract {
  private static Postgres server;

  @BeforeAll
  static void start() throws Exception {
    server = Postgres.start();
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @Override
  String empty() throws Exception {
    return server.database();
  }

  @Override
  String nowhere() {
    return server.url("no_such_database");
  }

  @Override
  String whyNowhere() {
    return "there is no database of that name; create it, or correct the address";
  }
}
