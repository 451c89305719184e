package iyagi.story;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a story is from, as its file says.
 *
 * @param entries in the file's order; keys in lower case: "author", "illustration", "license",
 *     "source" …
 */
public record Credits(Map<String, String> entries) {
  /** Nothing said. */
  public static final Credits NONE = new Credits(Map.of());

  /** Copies the entries in their order. */
  public Credits {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** Who wrote it. */
  public Optional<String> author() {
    return Optional.ofNullable(entries.get("author"));
  }

  /** Under which licence it may be read. */
  public Optional<String> license() {
    return Optional.ofNullable(entries.get("license"));
  }
}
