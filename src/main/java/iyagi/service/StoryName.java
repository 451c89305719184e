package iyagi.service;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a file that somebody brings says; it comes from a stranger, and nothing of it is
 * used as a path.
 *
 * @param id safe as a folder's name; empty if nothing is left of the name
 * @param language "ko" in "bear.ko.md", else ""
 * @param kind of the file
 */
record StoryName(Optional<String> id, String language, Kind kind) {
  /** What a file is, by its ending. */
  enum Kind {
    /** A story's text. */
    TEXT,
    /** A story's folder. */
    ZIP,
    /** Anything else. */
    OTHER
  }

  private static final int LONGEST = 48;
  private static final Pattern TEXT =
      Pattern.compile(
          "(.+?)(?:\\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*))?\\.(?:md|markdown|txt)",
          Pattern.CASE_INSENSITIVE);

  static StoryName of(String name) {
    String last = last(name);
    Matcher text = TEXT.matcher(last);
    if (text.matches()) {
      String language = text.group(2) == null ? "" : text.group(2);
      return new StoryName(safe(text.group(1)), language, Kind.TEXT);
    }
    boolean zip = last.toLowerCase(Locale.ROOT).endsWith(".zip");
    String plain = zip ? last.substring(0, last.length() - ".zip".length()) : last;
    return new StoryName(safe(plain), "", zip ? Kind.ZIP : Kind.OTHER);
  }

  /** Without the folders before it. */
  private static String last(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFC);
    return plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
  }

  private static Optional<String> safe(String name) {
    String clean =
        name.replaceAll("[^\\p{L}\\p{M}\\p{N} _-]+", "-").replaceAll("^[^\\p{L}\\p{N}]+", "");
    String cut = clean.substring(0, Math.min(LONGEST, clean.length()));
    String safe = cut.replaceAll("[ -]+$", "");
    return safe.isEmpty() ? Optional.empty() : Optional.of(safe);
  }

  /** "bear.ko.md", to be written down. */
  String file() {
    return id.orElse("story") + (language.isEmpty() ? "" : "." + language) + ".md";
  }
}
