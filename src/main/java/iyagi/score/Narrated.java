package iyagi.score;

import iyagi.speech.Recording;
import iyagi.story.Page;
import iyagi.story.Story;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Beats of which a person reads some pages. A recorded line brings the reader's own silence along,
 * so nothing is added between two of them; pauses, questions and page turns stay where the author
 * wrote them.
 */
public final class Narrated {
  private final Story story;
  private final Manner manner;
  private final Map<Integer, Tape> tapes;

  /**
   * A recorded page.
   *
   * @param sha256 of the file, in hexadecimal digits
   */
  public record Tape(Path file, String sha256) {}

  /**
   * A story with recordings.
   *
   * @param tapes by page; 0 is the title
   */
  public Narrated(Story story, Manner manner, Map<Integer, Tape> tapes) {
    this.story = story;
    this.manner = manner;
    this.tapes = Map.copyOf(tapes);
  }

  /**
   * What is said on each page that has words, in order, as somebody reads it aloud; 0 is the title.
   */
  public static Map<Integer, List<String>> lines(Story story) {
    return Script.of(story).stream()
        .filter(Beat.Say.class::isInstance)
        .map(Beat.Say.class::cast)
        .collect(
            Collectors.groupingBy(
                Beat.Say::page,
                Collectors.mapping(say -> say.phrase().text(), Collectors.toList())));
  }

  /** The same beats, recorded where they are. */
  public List<Beat> of(List<Beat> beats) {
    Map<Integer, List<String>> lines = lines(story);
    Map<Integer, Integer> next = new HashMap<>();
    Set<Integer> headed = new TreeSet<>();
    List<Beat> made = new ArrayList<>();
    for (Beat beat : beats) {
      boolean recorded = tapes.containsKey(beat.page()) && beat instanceof Beat.Say;
      if (recorded && !(isHeading(beat) && headed.add(beat.page()))) {
        int line = next.merge(beat.page(), 1, Integer::sum) - 1;
        made.add(recorded((Beat.Say) beat, lines.get(beat.page()), line));
      } else {
        made.add(beat);
      }
    }
    return List.copyOf(made);
  }

  private Beat recorded(Beat.Say say, List<String> lines, int line) {
    Tape tape = tapes.get(say.page());
    Recording recording = new Recording(tape.file(), tape.sha256(), lines, line);
    Duration breath = line == 0 ? say.breath() : Duration.ZERO;
    return new Beat.Say(
        say.page(), breath, say.role(), say.phrase().in(recording), say.marks(), say.source());
  }

  /**
   * For a language that nobody here speaks: a title and headings that nobody has recorded are left
   * out. Pages are not.
   */
  public List<Beat> withoutVoice(List<Beat> beats) {
    Set<Integer> headed = new TreeSet<>();
    List<Beat> made = new ArrayList<>();
    for (Beat beat : of(beats)) {
      boolean mute = beat instanceof Beat.Say say && say.phrase().recording().isEmpty();
      if (mute && beat.page() == 0) {
        made.add(new Beat.Rest(0, Duration.ZERO, Script.PARAGRAPH));
      } else if (!(mute && isHeading(beat) && headed.add(beat.page()))) {
        made.add(beat);
      }
    }
    return List.copyOf(made);
  }

  /** The first thing said on a page whose heading is said, too. */
  private boolean isHeading(Beat beat) {
    if (!manner.saysHeadings() || beat.page() == 0) {
      return false;
    }
    Page page = story.pages().get(beat.page() - 1);
    return beat instanceof Beat.Say say
        && !page.heading().isBlank()
        && say.phrase().text().equals(page.heading());
  }
}
