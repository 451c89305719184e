package iyagi.library;

import java.nio.file.Path;

/**
 * A story in one language, as it lies on the shelf.
 *
 * @param id of the story: "bear"
 * @param language as its file name says: "ko"; "" where the name says nothing
 * @param file that holds it
 */
public record Edition(String id, String language, Path file) {
  /** As a person names it: "bear.ko", or "bear" where the file name tells no language. */
  public String name() {
    return language.isEmpty() ? id : id + "." + language;
  }
}
