package iyagi.service;

import iyagi.settings.WordListFile;
import iyagi.story.WordList;
import iyagi.story.WordList.Entry;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The library's own dictionary: how its robot says words, in every story that does not say it
 * otherwise. It is read anew each time, so that several programs may use it; one program changes
 * it. Any thread.
 */
public final class WordBook {
  private final Path file;

  /** The dictionary of the robot whose desk that is. */
  public WordBook(Desk desk) {
    file = desk.places().pronunciations();
  }

  /** The words as they are now: all that can be understood. */
  public WordList words() {
    return WordListFile.read(file).words();
  }

  /** What of the file cannot be understood and is not used, for a librarian. */
  public List<Sentence> problems() {
    return WordListFile.read(file).problems();
  }

  /**
   * Says a word so from now on.
   *
   * @param instead the word that it takes the place of, if it does
   * @return where a file that could not be wholly understood is kept aside
   * @throws IOException if nothing could be kept; then all is as before
   */
  public Optional<Path> say(Entry entry, Optional<String> instead) throws IOException {
    return change(
        words ->
            instead
                .filter(old -> !old.equals(entry.word()))
                .map(old -> words.without(entry.language(), old))
                .orElse(words)
                .with(entry));
  }

  /**
   * Forgets a word.
   *
   * @return where a file that could not be wholly understood is kept aside
   * @throws IOException if nothing could be kept; then all is as before
   */
  public Optional<Path> forget(String language, String word) throws IOException {
    return change(words -> words.without(language, word));
  }

  private synchronized Optional<Path> change(UnaryOperator<WordList> by) throws IOException {
    WordListFile.Result there = WordListFile.read(file);
    Optional<Path> aside =
        there.problems().isEmpty() ? Optional.empty() : Optional.of(WordListFile.keepAside(file));
    WordListFile.write(file, by.apply(there.words()));
    return aside;
  }
}
