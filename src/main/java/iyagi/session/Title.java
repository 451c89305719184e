package iyagi.session;

/**
 * What was read.
 *
 * @param story its id: "bear"
 * @param language as a language tag: "ko"
 * @param edition hash of what was read, lower case hex; it tells two versions of a story apart
 * @param title for people on this robot; never reported
 * @param ages band for which it is meant: "2-4"; "" where the author says nothing
 * @param pages how many it has, at least 1
 */
public record Title(
    String story, String language, String edition, String title, String ages, int pages) {
  /** Checks the pages. */
  public Title {
    if (pages < 1) {
      throw new IllegalArgumentException("story '" + story + "' has " + pages + " pages");
    }
  }
}
