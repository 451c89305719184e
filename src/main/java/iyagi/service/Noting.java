package iyagi.service;

import iyagi.library.Edition;
import iyagi.library.ReadWords;
import iyagi.library.ReadWords.Recorded;
import iyagi.library.RecordedShelf;
import iyagi.library.Recordings;
import iyagi.score.Narrated;
import iyagi.story.ReadResult;
import iyagi.story.Story;
import iyagi.story.StoryReader;
import iyagi.words.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tinylog.Logger;

/**
 * Notes for which words recordings were read of which nobody has noted it: until told otherwise
 * they fit as they are. Any thread.
 */
final class Noting {
  private Noting() {}

  /** All on the shelf of added stories. What cannot be written is tried again the next time. */
  static void all(Desk desk) {
    try {
      desk.library().editions().forEach(edition -> of(desk, edition));
    } catch (UncheckedIOException unreadable) {
      Logger.debug(unreadable, "recordings are looked at again later");
    }
  }

  /** Those of a story in all its languages. */
  static void of(Desk desk, String id) {
    Bundle.of(desk, id).editions().forEach(edition -> of(desk, edition));
  }

  private static void of(Desk desk, Edition edition) {
    Path shelf = desk.places().added().toAbsolutePath().normalize();
    if (!edition.file().toAbsolutePath().normalize().startsWith(shelf.resolve(edition.id()))) {
      return;
    }
    RecordedShelf recorded = new RecordedShelf(desk.places().added());
    unnoted(edition)
        .forEach(
            (folder, more) -> {
              try {
                recorded.note(edition, folder, more);
              } catch (IOException e) {
                Logger.warn(
                    "for which words {} was read aloud cannot be noted: {}", folder, Reason.of(e));
              }
            });
  }

  /** What is to be noted of an edition, by the folder of its recordings. */
  static Map<Path, Map<Recorded, List<String>>> unnoted(Edition edition) {
    Map<Path, Map<Recorded, List<String>>> all = new HashMap<>();
    Map<Path, ReadWords> known = new HashMap<>();
    if (!Recordings.any(edition)
        || !(new StoryReader(Names.vocabulary()).read(edition.file())
            instanceof ReadResult.Read(Story story, _))) {
      return all;
    }
    Map<Integer, List<String>> lines = Narrated.lines(story);
    Narration.of(edition, story)
        .files()
        .forEach(
            (page, file) -> {
              Path folder = file.getParent();
              ReadWords words = known.computeIfAbsent(folder, ReadWords::in);
              try {
                Recorded recording = Recorded.at(file);
                if (words.of(recording).isEmpty() && lines.containsKey(page)) {
                  all.computeIfAbsent(folder, _ -> new LinkedHashMap<>())
                      .put(recording, lines.get(page));
                }
              } catch (IOException gone) {
                Logger.debug(gone, "{} is looked at again later", file);
              }
            });
    return all;
  }
}
