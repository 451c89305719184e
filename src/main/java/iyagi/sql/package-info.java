/**
 * Statements of a database over plain JDBC, for the robot's own memory and the library's ledger.
 * Knows neither of them.
 */
package iyagi.sql;
