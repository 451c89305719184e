/** One class for each command that a person can type. */
package iyagi.cli;
