package iyagi.service;

import iyagi.library.Edition;
import iyagi.service.Narration.Other;
import iyagi.story.Story;
import iyagi.words.Sentence;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is said of recordings that are not played, since they were read for other words. */
public final class Held {
  private static final int PAGES = 12;
  private static final int LETTERS = 60;

  private Held() {}

  /** What a shelf says of a story with such recordings; nothing if there are none. */
  public static Optional<Sentence> of(Edition edition, Story story) {
    Set<Integer> pages = new TreeSet<>(Narration.of(edition, story).others().keySet());
    if (pages.isEmpty()) {
      return Optional.empty();
    }
    boolean title = pages.remove(0);
    if (!title) {
      return Optional.of(pages(pages));
    }
    return Optional.of(pages.isEmpty() ? title() : Sentence.of("{0} {1}", title(), pages(pages)));
  }

  private static Sentence title() {
    return Sentence.of(
        "The recording of the title was read for other words and is not played: keep it, record it"
            + " again or remove it on the page Recordings.");
  }

  /** Of pages, at least one. */
  static Sentence pages(Collection<Integer> pages) {
    return pages.size() == 1
        ? Sentence.of(
            "The recording of page {0} was read for other words and is not played: keep it, record"
                + " it again or remove it on the page Recordings.",
            list(pages))
        : Sentence.of(
            "The recordings of pages {0} were read for other words and are not played: keep them,"
                + " record them again or remove them on the page Recordings.",
            list(pages));
  }

  /** "2, 3, 5", and not more than can be read at a glance. */
  static String list(Collection<Integer> pages) {
    String first =
        pages.stream().limit(PAGES).map(String::valueOf).collect(Collectors.joining(", "));
    return pages.size() > PAGES ? first + ", …" : first;
  }

  /**
   * For a check of the text.
   *
   * @param lines of the page now
   */
  static Sentence warning(int page, Other other, List<String> lines) {
    int at = 0;
    while (at < Math.min(lines.size(), other.readFor().size()) - 1
        && lines.get(at).equals(other.readFor().get(at))) {
      at++;
    }
    return Sentence.of(
        "this was read for other words than page {0} has now, and is not played; then '{1}', now"
            + " '{2}'; on the page Recordings keep it, record it again or remove it",
        page, shown(other.readFor(), at), shown(lines, at));
  }

  private static String shown(List<String> lines, int at) {
    String line = at < lines.size() ? lines.get(at) : "";
    return line.codePointCount(0, line.length()) <= LETTERS
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LETTERS - 1)) + "…";
  }
}
