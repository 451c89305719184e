package iyagi.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names by which choices know pages. */
final class PageIds {
  private PageIds() {}

  /** A heading in lower case, with hyphens: "The dark wood!" is "the-dark-wood". */
  static String id(String heading) {
    String id = heading.toLowerCase(Locale.ROOT).replaceAll("['’]", "");
    return id.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-").replaceAll("^-|-$", "");
  }

  /** One for each heading, none twice. */
  static List<String> of(List<String> headings) {
    List<String> ids = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (String heading : headings) {
      String plain = id(heading).isEmpty() ? "page-" + (ids.size() + 1) : id(heading);
      String id = plain;
      for (int again = 2; !taken.add(id); again++) {
        id = plain + "-" + again;
      }
      ids.add(id);
    }
    return ids;
  }
}
