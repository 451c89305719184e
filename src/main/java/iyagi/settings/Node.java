package iyagi.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A part of a settings file, with its line. */
sealed interface Node {
  /** Where it begins, from 1. */
  int line();

  /** A single value; "" where nothing was written. */
  record Leaf(int line, String text) implements Node {}

  /** Keys with their values, in the file's order. */
  record Branch(int line, Map<String, Entry> entries) implements Node {
    /** Copies. */
    public Branch {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }

  /** A list, which no settings file of ours has. */
  record Sequence(int line) implements Node {}

  /**
   * What stands under a key.
   *
   * @param line of the key
   */
  record Entry(int line, Node value) {}
}
