package iyagi.story;

import java.util.List;

/**
 * A page: what happens between two page turns.
 *
 * @param number from 1
 * @param id by which a choice names it: the heading in lower case with hyphens, or "page-3" where
 *     it has none
 * @param heading shown, not spoken; empty where the author wrote none
 * @param steps in order
 */
public record Page(int number, String id, String heading, List<Step> steps) {
  /** Copies the steps. */
  public Page {
    steps = List.copyOf(steps);
  }
}
