package iyagi.story;

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
 * @param pages at least one, numbered from 1 without gaps
 */
public record Story(
    String id,
    String title,
    Locale language,
    Optional<Ages> ages,
    Credits credits,
    List<Page> pages) {
  /** Copies the pages. */
  public Story {
    pages = List.copyOf(pages);
  }
}
