package iyagi.story;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A story as its author wrote it, read completely and found free of mistakes.
 *
 * @param id from the name of its folder or file: "bear"
 * @param title never blank
 * @param language of the text
 * @param ages for whom it is, if the author says so
 * @param credits author, licence and whatever else the file says of where the story is from
 * @param pageTurn a printed book lies beside it: how long, at the end of each page, the robot waits
 *     for whoever turns it; empty for a story that is read through
 * @param pages at least one, numbered from 1 without gaps
 */
public record Story(
    String id,
    String title,
    Locale language,
    Optional<Ages> ages,
    Credits credits,
    Optional<Duration> pageTurn,
    List<Page> pages) {
  /** Copies the pages. */
  public Story {
    pages = List.copyOf(pages);
  }

  /** A story that is read through. */
  public Story(
      String id,
      String title,
      Locale language,
      Optional<Ages> ages,
      Credits credits,
      List<Page> pages) {
    this(id, title, language, ages, credits, Optional.empty(), pages);
  }
}
