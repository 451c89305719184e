package iyagi.story;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads story files: Markdown with or without directions for a robot, as
 * src/docs/writing-stories.md shows. Finds every problem of a file in one go and never throws for
 * what a file contains. Any thread may use it.
 */
public final class StoryReader {
  private final Vocabulary vocabulary;

  /** Reads with the names that directions may use. */
  public StoryReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** A reader that knows a story's own sounds as well. */
  public StoryReader withSounds(Collection<String> names) {
    Set<String> sounds = new TreeSet<>(vocabulary.sounds());
    sounds.addAll(names);
    return new StoryReader(
        new Vocabulary(
            vocabulary.gestures(),
            vocabulary.voices(),
            vocabulary.moods(),
            vocabulary.colours(),
            sounds));
  }

  /**
   * Reads a file: stories/bear/story.en.md is the English story "bear" with the sounds in
   * stories/bear/sounds; stories/bear.md is the story "bear" in the language that it names.
   */
  public ReadResult read(Path file) {
    var problems = new Problems(file.toString());
    var source = new StoryFile(file, problems);
    Optional<String> text = source.text();
    if (text.isEmpty()) {
      return new ReadResult.Rejected(problems.inOrder());
    }
    StoryReader reader = withSounds(source.sounds());
    return reader.read(source.id(), source.language(), text.get(), problems);
  }

  /**
   * Reads a text that is already in memory.
   *
   * @param id of the story
   * @param fileName for messages
   * @param languageHint the language unless the text says else
   */
  public ReadResult read(String id, String fileName, Optional<Locale> languageHint, String text) {
    return read(id, languageHint, text, new Problems(fileName));
  }

  private ReadResult read(
      String id, Optional<Locale> languageHint, String text, Problems problems) {
    Optional<Story> story =
        Manuscript.checked(text, problems)
            .flatMap(checked -> new Reading(vocabulary, problems).story(id, languageHint, checked));
    return story.isPresent() && !problems.hasErrors()
        ? new ReadResult.Read(story.get(), problems.inOrder())
        : new ReadResult.Rejected(problems.inOrder());
  }
}
