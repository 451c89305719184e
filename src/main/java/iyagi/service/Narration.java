package iyagi.service;

import iyagi.library.Edition;
import iyagi.library.ReadWords;
import iyagi.library.Recordings;
import iyagi.narration.Findings;
import iyagi.score.Beat;
import iyagi.score.Manner;
import iyagi.score.Narrated;
import iyagi.score.Script;
import iyagi.speech.SpeechEngine.Support;
import iyagi.story.Page;
import iyagi.story.Story;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tinylog.Logger;

/**
 * The recordings of a story: which page somebody has read aloud.
 *
 * @param files by page, 0 is the title
 * @param others by page: those that were read for other words than the page has now, and are not
 *     played
 * @param strays files that belong to no page
 */
public record Narration(Map<Integer, Path> files, Map<Integer, Other> others, List<Path> strays) {
  private static final Pattern NUMBERED = Pattern.compile("(?:page|쪽)?[ _-]?0*(\\d{1,4})(?:쪽)?");
  private static final Pattern TITLE = Pattern.compile("title|제목|0+|page[ _-]?0+");

  /**
   * A recording that was read for other words than its page has now.
   *
   * @param readFor those words, a line for each sentence
   */
  public record Other(Path file, List<String> readFor) {
    /** Copies the lines. */
    public Other {
      readFor = List.copyOf(readFor);
    }
  }

  /** Copies its collections. */
  public Narration {
    files = Map.copyOf(files);
    others = Map.copyOf(others);
    strays = List.copyOf(strays);
  }

  /** Looks beside a story; a folder that cannot be read is empty. */
  public static Narration of(Edition edition, Story story) {
    return Pairing.of(Narrated.lines(story), tapes(all(edition, story), story));
  }

  private static List<Pairing.Tape> tapes(List<Path> files, Story story) {
    Map<Path, ReadWords> noted = new HashMap<>();
    List<Pairing.Tape> tapes = new ArrayList<>();
    for (Path file : files) {
      ReadWords words = noted.computeIfAbsent(file.getParent(), ReadWords::in);
      OptionalInt named = page(file.getFileName().toString(), story);
      tapes.add(new Pairing.Tape(file, named, readFor(file, words)));
    }
    return tapes;
  }

  private static List<List<String>> readFor(Path file, ReadWords words) {
    try {
      return words.isEmpty() ? List.of() : words.of(ReadWords.Recorded.at(file));
    } catch (IOException gone) {
      Logger.warn("the recording {} cannot be read: {}", file, Reason.of(gone));
      return List.of();
    }
  }

  private static List<Path> all(Edition edition, Story story) {
    try {
      String tag = story.language().toLanguageTag();
      String language = story.language().getLanguage();
      List<Path> all = new ArrayList<>(Recordings.of(edition, tag));
      if (!language.equals(tag)) {
        all.addAll(besides(all, Recordings.of(edition, language), story));
      }
      return all;
    } catch (IOException unreadable) {
      Logger.warn("the recordings of {} cannot be read: {}", edition.name(), Reason.of(unreadable));
      return List.of();
    }
  }

  /** Of the language without its region, those of pages that have none with it. */
  private static List<Path> besides(List<Path> own, List<Path> more, Story story) {
    Set<OptionalInt> had =
        own.stream()
            .map(file -> page(file.getFileName().toString(), story))
            .collect(Collectors.toSet());
    return more.stream()
        .filter(file -> !had.contains(page(file.getFileName().toString(), story)))
        .toList();
  }

  /**
   * The page that a file's name means: "page-3.wav", "03.wav", "3쪽.wav", "title.wav", or the page's
   * id.
   *
   * @return 0 for the title; empty if it means no page of the story
   */
  public static OptionalInt page(String fileName, Story story) {
    String name = Normalizer.normalize(fileName, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    String stem = name.replaceFirst("\\.wav$", "").strip();
    if (TITLE.matcher(stem).matches()) {
      return OptionalInt.of(0);
    }
    for (Page page : story.pages()) {
      if (page.id().equals(stem)) {
        return OptionalInt.of(page.number());
      }
    }
    Matcher numbered = NUMBERED.matcher(stem);
    int number = numbered.matches() ? Integer.parseInt(numbered.group(1)) : -1;
    return number >= 1 && number <= story.pages().size()
        ? OptionalInt.of(number)
        : OptionalInt.empty();
  }

  /**
   * What is to be said of a story's recordings before children hear them: each sentence with its
   * file. Reads all of them.
   */
  public static Map<Path, List<Sentence>> warnings(Edition edition, Story story) {
    Narration narration = of(edition, story);
    Map<Integer, List<String>> lines = Narrated.lines(story);
    Map<Path, List<Sentence>> warnings = new TreeMap<>();
    narration.strays.forEach(
        file ->
            warnings.put(
                file, List.of(Sentence.of("this recording belongs to no page and is not used"))));
    narration.others.forEach(
        (page, other) ->
            warnings.put(other.file(), List.of(Held.warning(page, other, lines.get(page)))));
    narration.files.forEach(
        (page, file) -> {
          Findings found = Findings.of(file, lines.getOrDefault(page, List.of("")));
          warnings.put(file, found.refusal().map(List::of).orElse(found.warnings()));
        });
    return warnings;
  }

  /** The beats of a story, recorded where somebody has read a page aloud. */
  public static List<Beat> beats(Desk desk, Edition edition, Story story, Manner manner) {
    List<Beat> beats = Script.of(story, manner, new WordBook(desk).words());
    Narrated narrated = new Narrated(story, manner, of(edition, story).tapes());
    return switch (desk.engine().supports(story.language())) {
      case Support.Spoken _ -> narrated.of(beats);
      case Support.Silent _ -> narrated.withoutVoice(beats);
    };
  }

  private Map<Integer, Narrated.Tape> tapes() {
    Map<Integer, Narrated.Tape> tapes = new HashMap<>();
    files.forEach(
        (page, file) -> {
          try {
            tapes.put(page, new Narrated.Tape(file, Recordings.sha256(file)));
          } catch (IOException gone) {
            Logger.warn("the recording {} cannot be read: {}", file, Reason.of(gone));
          }
        });
    return tapes;
  }

  /**
   * Why a story cannot be read aloud: nobody here speaks its language, and not every page that has
   * words was recorded.
   */
  public static Optional<Sentence> silence(Desk desk, Edition edition, Story story) {
    return switch (desk.engine().supports(story.language())) {
      case Support.Spoken _ -> Optional.empty();
      case Support.Silent _ ->
          silence(desk, edition, story, beats(desk, edition, story, Manner.USUAL));
    };
  }

  static Optional<Sentence> silence(Desk desk, Edition edition, Story story, List<Beat> beats) {
    if (!(desk.engine().supports(story.language()) instanceof Support.Silent(Sentence reason))) {
      return Optional.empty();
    }
    List<Integer> wanting =
        beats.stream()
            .filter(beat -> beat instanceof Beat.Say say && say.phrase().recording().isEmpty())
            .map(Beat::page)
            .distinct()
            .toList();
    boolean begun =
        beats.stream()
            .anyMatch(beat -> beat instanceof Beat.Say say && say.phrase().recording().isPresent());
    Set<Integer> held = new TreeSet<>(of(edition, story).others.keySet());
    held.retainAll(wanting);
    List<Integer> unread = wanting.stream().filter(page -> !held.contains(page)).toList();
    if (held.isEmpty()) {
      return unread.isEmpty() ? Optional.empty() : Optional.of(begun ? missing(unread) : reason);
    }
    Sentence changed = Held.pages(held);
    return Optional.of(
        unread.isEmpty() ? changed : Sentence.of("{0} {1}", changed, missing(unread)));
  }

  private static Sentence missing(List<Integer> pages) {
    String shown = Held.list(pages);
    return pages.size() == 1
        ? Sentence.of("It needs one more recording of someone reading aloud: page {0}.", shown)
        : Sentence.of("It needs more recordings of someone reading aloud: pages {0}.", shown);
  }
}
