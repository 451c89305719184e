package iyagi.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What of a robot's data folder is in a backup. All else can be made again, or is a secret. */
final class Contents {
  /** The first entry of each backup; says that it is one. */
  static final String MARK = "iyagi-backup.txt";

  /** What stands in the mark; another number would be another format. */
  static final String FORMAT = "iyagi backup, format 1\n";

  /** The memory. */
  static final String MEMORY = "iyagi.db";

  /** Files and folders of the data folder, by name. */
  static final List<String> KEPT =
      List.of(
          MEMORY,
          "stories",
          "cards.jsonl",
          "programme.json",
          "programme-journal.json",
          "calibration",
          "loudness.yaml",
          "loudness.yaml.old",
          "volume.yaml",
          "pronunciations.yaml");

  /** Of the memory as SQLite has it open; they leave with it. */
  static final List<String> BESIDE_MEMORY = List.of(MEMORY + "-wal", MEMORY + "-shm");

  /** In a story's folder: which package it came in, or the library would send that again. */
  private static final String PACKAGE = ".package";

  private static final Pattern SECRET = Pattern.compile("(?i).*\\.(key|pem|p12|pfx|jks)");

  private Contents() {}

  /** Whether a file belongs into a backup by its name: nothing hidden, no key. */
  static boolean good(Path relative) {
    for (Path part : relative) {
      String name = part.toString();
      boolean hidden = name.startsWith(".") && !name.equals(PACKAGE);
      if (hidden || name.isEmpty() || SECRET.matcher(name).matches()) {
        return false;
      }
    }
    return KEPT.contains(relative.getName(0).toString());
  }

  /** Whether an entry's name is one that a backup has; no way leads out of the folder. */
  static boolean good(String entry) {
    return !entry.contains("\\")
        && !entry.contains("\0")
        && !entry.startsWith("/")
        && good(Path.of(entry));
  }
}
