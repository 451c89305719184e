package iyagi.score;

import iyagi.speech.Mood;
import iyagi.speech.Phrase;
import iyagi.speech.Voice;
import iyagi.speech.Voices;
import iyagi.story.Page;
import iyagi.story.Step;
import iyagi.story.Story;
import iyagi.story.WordList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A story as the beats that its passages are made from, in order. */
public final class Script {
  /**
   * The shortest silence between two sentences of a paragraph; longer than a comma's, so that a
   * sentence is heard to end.
   */
  static final Duration SENTENCE = Duration.ofMillis(650);

  static final Duration PARAGRAPH = Duration.ofMillis(900);
  static final Duration PAGE = Duration.ofMillis(1300);

  /**
   * For each word of the sentence before: about what a word of the narrator's lacks to 124 words a
   * minute (147 ms measured over all bundled stories, 167 in sentences of ten words). The pace for
   * toddlers lies in the pauses, because drawn-out words are harder to understand: a recogniser
   * made a third more errors of them.
   */
  static final Duration WORD = Duration.ofMillis(170);

  /** No breath between two sentences is longer; after that, silence sounds like the end. */
  static final Duration LONGEST = Duration.ofMillis(2200);

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final Story story;
  private final Manner manner;
  private final WordList words;
  private final List<Beat> beats = new ArrayList<>();
  private Duration breath = Duration.ofMillis(300);

  private Script(Story story, Manner manner, WordList words) {
    this.story = story;
    this.manner = manner;
    this.words = words;
  }

  /** The beats of a story: its title, then page by page. */
  public static List<Beat> of(Story story) {
    return of(story, Manner.USUAL, WordList.NONE);
  }

  /**
   * The same in a manner in which more may be said.
   *
   * @param words how the library says words of which the story itself does not say it
   */
  public static List<Beat> of(Story story, Manner manner, WordList words) {
    Script script = new Script(story, manner, words);
    script.say(0, heading(story.title()));
    for (Page page : story.pages()) {
      script.breath = longer(script.breath, PAGE);
      script.head(page);
      page.steps().forEach(step -> script.add(page.number(), step));
      script.turn(page);
    }
    script.beats.add(new Beat.Rest(story.pages().getLast().number(), Duration.ZERO, PAGE));
    return List.copyOf(script.beats);
  }

  private static Step.Line heading(String text) {
    return new Step.Line("", "narrator", "neutral", 1, text, true, List.of(), Map.of(), 1);
  }

  /** What stands above a page is for eyes, and is said where few of them see it. */
  private void head(Page page) {
    if (manner.saysHeadings() && !page.heading().isBlank()) {
      say(page.number(), heading(page.heading()));
      breath = longer(breath, PAGE);
    }
  }

  /** Behind the last page nothing is to be turned, and a choice leads elsewhere by itself. */
  private void turn(Page page) {
    boolean last = page.number() == story.pages().size();
    boolean chooses = page.steps().stream().anyMatch(Step.Choice.class::isInstance);
    if (story.pageTurn().isPresent() && !last && !chooses) {
      beats.add(new Beat.TurnPage(page.number(), PARAGRAPH, story.pageTurn().get()));
      breath = PARAGRAPH;
    }
  }

  private void add(int page, Step step) {
    switch (step) {
      case Step.Line line -> say(page, line);
      case Step.Pause(Duration length) -> {
        beats.add(new Beat.Rest(page, Duration.ZERO, length));
        breath = Duration.ZERO;
      }
      case Step.Act act -> {
        beats.add(new Beat.Act(page, breath.compareTo(PAGE) < 0 ? breath : PAGE, act.direction()));
        breath = SENTENCE;
      }
      case Step.Question question -> ask(page, question);
      case Step.Choice(int left, int right, Duration after, int otherwise) -> {
        beats.add(new Beat.Choose(page, Duration.ZERO, after, left, right, otherwise));
        breath = PARAGRAPH;
      }
      case Step.GrownUps _ -> {}
    }
  }

  private void ask(int page, Step.Question question) {
    question.ask().forEach(line -> say(page, line));
    think(page, question.patience());
    if (!question.hint().isEmpty()) {
      question.hint().forEach(line -> say(page, line));
      think(page, question.patience());
    }
    question.say().forEach(line -> say(page, line));
    breath = PARAGRAPH;
  }

  private void think(int page, Duration patience) {
    beats.add(new Beat.Think(page, Duration.ZERO, patience));
    breath = Duration.ZERO;
  }

  private void say(int page, Step.Line line) {
    Map<String, String> said = new HashMap<>(words.in(story.language(), line.text()));
    said.putAll(line.pronunciations());
    Phrase phrase =
        new Phrase(
            story.language(),
            line.text(),
            voice(line.voice()),
            Mood.named(line.mood()).orElse(Mood.NEUTRAL),
            line.rate(),
            said);
    beats.add(new Beat.Say(page, breath, line.role(), phrase, line.marks(), line.source()));
    breath = longer(line.paragraphEnd() ? PARAGRAPH : SENTENCE, rest(line));
  }

  /** What the length and the rate of a sentence ask for. */
  private static Duration rest(Step.Line line) {
    long words = SPACES.splitAsStream(line.text().strip()).count();
    Duration rest = Duration.ofMillis(Math.round(WORD.toMillis() * words / line.rate()));
    return rest.compareTo(LONGEST) < 0 ? rest : LONGEST;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  private static Voice voice(String name) {
    return Voices.named(name)
        .orElseThrow(
            () -> new IllegalArgumentException("the story was read with a voice '" + name + "'"));
  }
}
