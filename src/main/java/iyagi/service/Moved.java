package iyagi.service;

import iyagi.library.Edition;
import iyagi.library.Recordings;
import iyagi.story.ReadResult;
import iyagi.story.Story;
import iyagi.story.StoryReader;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tinylog.Logger;

/**
 * What another text does to a story's recordings.
 *
 * @param pages of which recordings were played before, by language and by check sum
 */
record Moved(Map<String, Map<String, Integer>> pages) {
  static final Moved NOTHING = new Moved(Map.of());

  /** How it is before the text changes. */
  static Moved before(Bundle bundle) {
    Map<String, Map<String, Integer>> pages = new HashMap<>();
    for (Edition edition : bundle.editions()) {
      if (Recordings.any(edition) && read(edition) instanceof ReadResult.Read(Story story, _)) {
        pages.put(story.language().toLanguageTag(), sums(Narration.of(edition, story).files()));
      }
    }
    return new Moved(pages);
  }

  private static ReadResult read(Edition edition) {
    return new StoryReader(Names.vocabulary()).read(edition.file());
  }

  private static Map<String, Integer> sums(Map<Integer, Path> files) {
    Map<String, Integer> sums = new HashMap<>();
    files.forEach(
        (page, file) -> {
          try {
            sums.put(Recordings.sha256(file), page);
          } catch (IOException gone) {
            Logger.debug(gone, "{} has gone meanwhile", file);
          }
        });
    return sums;
  }

  /** What is to be said of it, now that the text has changed. */
  List<Sentence> in(Bundle bundle) {
    List<Sentence> told = new ArrayList<>();
    for (Edition edition : bundle.editions()) {
      if (Recordings.any(edition) && read(edition) instanceof ReadResult.Read(Story story, _)) {
        tell(edition, story, told);
      }
    }
    return told;
  }

  private void tell(Edition edition, Story story, List<Sentence> told) {
    Map<String, Integer> before = pages.getOrDefault(story.language().toLanguageTag(), Map.of());
    Narration narration = Narration.of(edition, story);
    Held.of(edition, story).ifPresent(told::add);
    Map<String, Integer> now = sums(narration.files());
    long moved =
        now.entrySet().stream()
            .filter(
                each ->
                    !each.getValue().equals(before.getOrDefault(each.getKey(), each.getValue())))
            .count();
    if (moved > 0) {
      told.add(
          moved == 1
              ? Sentence.of("One recording has moved along with its page.")
              : Sentence.of("{0} recordings have moved along with their pages.", moved));
    }
    Set<String> pageless = new HashSet<>(before.keySet());
    Map<Integer, Path> strays = new HashMap<>();
    narration.strays().forEach(file -> strays.put(strays.size(), file));
    pageless.retainAll(sums(strays).keySet());
    if (!pageless.isEmpty()) {
      told.add(
          pageless.size() == 1
              ? Sentence.of(
                  "One recording belongs to no page any more; it is kept, but not played.")
              : Sentence.of(
                  "{0} recordings belong to no page any more; they are kept, but not played.",
                  pageless.size()));
    }
  }
}
