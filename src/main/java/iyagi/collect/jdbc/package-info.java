/** The ledger in a database, SQLite or PostgreSQL, over plain JDBC. Knows nothing of brokers. */
package iyagi.collect.jdbc;
