package iyagi.narration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.score.Narrated;
import iyagi.service.Names;
import iyagi.speech.Word;
import iyagi.speech.mary.MarySpeechEngine;
import iyagi.story.ReadResult;
import iyagi.story.Story;
import iyagi.story.StoryReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Speech with known times, as a recording: how far off the guessed times are. */
final class MaryReadsAloudIT {
  @TempDir private Path folder;

  @Test
  void sentencesBeginWithinAFifthOfASecondAndHalfOfTheWordsWithinATenth() throws IOException {
    MarySpeechEngine engine = new MarySpeechEngine();
    Random random = new Random(3);
    List<Double> words = new ArrayList<>();
    int boundaries = 0;
    for (List<String> lines : bear()) {
      ReadAloud read = new ReadAloud(24_000).pause(0.8);
      for (String line : lines) {
        read.say(engine, line).pause(0.2 + 0.3 * random.nextDouble());
      }
      Path file = read.write(folder.resolve("page.wav"), 0.5, -50);
      PageSound page = PageSound.of(file, lines);
      for (int i = 0; i < lines.size(); i++) {
        double begins = page.sounding(i).getFirst().from();
        assertEquals(read.starts().get(i), begins, 0.2, lines.get(i));
        boundaries++;
        words(words, page.part(i).from(), page.utterance(file, i).words(), read.words().get(i));
      }
    }
    words.sort(null);
    assertTrue(boundaries > 20 && words.size() > 100, boundaries + ", " + words.size());
    assertTrue(words.get(words.size() / 2) < 0.1, "median " + words.get(words.size() / 2));
    assertTrue(words.get(words.size() * 9 / 10) < 0.3, "p90 " + words.get(words.size() * 9 / 10));
  }

  private static List<List<String>> bear() {
    return new StoryReader(Names.vocabulary()).read(Path.of("stories/bear/story.en.md"))
            instanceof ReadResult.Read(Story story, _)
        ? List.copyOf(Narrated.lines(story).values())
        : List.of();
  }

  private static void words(List<Double> off, double from, List<Word> words, List<Double> known) {
    for (int k = 0; k < words.size() && words.size() == known.size(); k++) {
      off.add(Math.abs(from + words.get(k).start().toNanos() / 1e9 - known.get(k)));
    }
  }
}
