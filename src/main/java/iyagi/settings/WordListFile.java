package iyagi.settings;

import iyagi.disk.Disk;
import iyagi.story.WordList;
import iyagi.story.WordList.Entry;
import iyagi.words.Hindrance;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How the library says words ({@code pronunciations.yaml} in the robot's data folder). */
public final class WordListFile {
  private static final String HEAD =
      """
      # How this library's robot says words, by language; a story may say it otherwise for itself.
      # A respelling in syllables ("yoo-nee-corn", the loud one in capitals) or phones ("/' j u - n I/").
      """;

  private static final int LONGEST_WORD = 40;
  private static final int LONGEST_SAID = 80;

  private WordListFile() {}

  /**
   * What is in a file.
   *
   * @param words all that can be understood
   * @param problems what cannot be, each "file:line: what"
   */
  public record Result(WordList words, List<Sentence> problems) {
    /** Copies the problems. */
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /** Reads a file, which need not be there; never throws because of what is in it. */
  public static Result read(Path file) {
    if (!Files.exists(file)) {
      return new Result(WordList.NONE, List.of());
    }
    Problems problems = new Problems(String.valueOf(file.getFileName()));
    List<Entry> words = new ArrayList<>();
    YamlFile.read(file, problems)
        .ifPresent(
            root ->
                root.entries().forEach((language, at) -> language(language, at, words, problems)));
    if (words.size() > WordList.MOST) {
      problems.add(
          0, Sentence.of("has {0} words; the first {1} are used", words.size(), WordList.MOST));
    }
    List<Entry> used = words.subList(0, Math.min(WordList.MOST, words.size()));
    return new Result(new WordList(used), problems.inOrder());
  }

  private static void language(
      String language, Node.Entry at, List<Entry> words, Problems problems) {
    if (!(at.value() instanceof Node.Branch branch)) {
      problems.add(
          at.line(), Sentence.of("'{0}' has no words; they are indented below it", language));
      return;
    }
    branch
        .entries()
        .forEach(
            (word, said) -> {
              Entry entry =
                  new Entry(
                      language, word, said.value() instanceof Node.Leaf leaf ? leaf.text() : "");
              if (good(entry)) {
                words.add(entry);
              } else {
                problems.add(
                    said.line(),
                    Sentence.of(
                        "'{0}' is not used; 'word: \"how it is said\"' was expected", word));
              }
            });
  }

  /** Whether an entry can stand in a file: lengths, small letters, nothing invisible. */
  public static boolean good(Entry entry) {
    String word = entry.word();
    String said = entry.said();
    return entry.language().matches("[a-z]{2,3}")
        && word.matches("[\\p{L}\\p{M}\\p{N}'’-]{1," + LONGEST_WORD + "}")
        && word.equals(word.toLowerCase(Locale.ROOT))
        && said.matches("[^\\p{C}]{1," + LONGEST_SAID + "}")
        && !said.isBlank();
  }

  /**
   * Keeps a file as it is under another name, because something in it cannot be understood.
   *
   * @return where it is
   * @throws IOException if that is not possible
   */
  public static Path keepAside(Path file) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
    for (int n = 2; Files.exists(aside); n++) {
      aside = file.resolveSibling(file.getFileName() + ".unreadable-" + n);
    }
    return Files.copy(file, aside, StandardCopyOption.COPY_ATTRIBUTES);
  }

  /**
   * Writes a file, whole and forced to the disk, or leaves the one that was there.
   *
   * @throws IOException if that is not possible, or it would be longer than is read
   */
  public static void write(Path file, WordList words) throws IOException {
    String text = text(words);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > YamlFile.LARGEST_BYTES) {
      throw new Hindrance(Sentence.of("there are too many words; at most 64 kB can be kept"));
    }
    Disk.write(file, text);
  }

  private static String text(WordList words) {
    StringBuilder text = new StringBuilder(HEAD);
    List<String> languages =
        List.copyOf(
            words.words().stream()
                .map(Entry::language)
                .collect(Collectors.toCollection(TreeSet::new)));
    for (String language : languages) {
      text.append('"').append(language).append("\":\n");
      for (Entry entry : words.words()) {
        if (entry.language().equals(language)) {
          text.append("  ").append(quoted(entry.word())).append(": ");
          text.append(quoted(entry.said())).append('\n');
        }
      }
    }
    return languages.isEmpty() ? text + "{}\n" : text.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
