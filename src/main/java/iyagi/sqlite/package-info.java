/**
 * Sessions and reports in a SQLite file: together, because a session and its report are stored in
 * one transaction or not at all.
 */
package iyagi.sqlite;
