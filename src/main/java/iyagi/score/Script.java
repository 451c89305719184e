package iyagi.score;

import iyagi.speech.Mood;
import iyagi.speech.Phrase;
import iyagi.speech.Voice;
import iyagi.speech.Voices;
import iyagi.story.Page;
import iyagi.story.Step;
import iyagi.story.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A story as the beats that its passages are made from, in order. */
public final class Script {
  /**
   * Between two sentences of a paragraph; at 124 words a minute an adult reader breathes about as
   * long.
   */
  static final Duration SENTENCE = Duration.ofMillis(450);

  static final Duration PARAGRAPH = Duration.ofMillis(750);
  static final Duration PAGE = Duration.ofMillis(1200);

  private final Story story;
  private final List<Beat> beats = new ArrayList<>();
  private Duration breath = Duration.ofMillis(300);

  private Script(Story story) {
    this.story = story;
  }

  /** The beats of a story: its title, then page by page. */
  public static List<Beat> of(Story story) {
    Script script = new Script(story);
    script.say(
        0,
        new Step.Line("", "narrator", "neutral", 1, story.title(), true, List.of(), Map.of(), 1));
    for (Page page : story.pages()) {
      script.breath = PAGE;
      page.steps().forEach(step -> script.add(page.number(), step));
    }
    script.beats.add(new Beat.Rest(story.pages().getLast().number(), Duration.ZERO, PAGE));
    return List.copyOf(script.beats);
  }

  private void add(int page, Step step) {
    switch (step) {
      case Step.Line line -> say(page, line);
      case Step.Pause(Duration length) -> {
        beats.add(new Beat.Rest(page, Duration.ZERO, length));
        breath = Duration.ZERO;
      }
      case Step.Act act -> {
        beats.add(new Beat.Act(page, breath, act.direction()));
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
    Phrase phrase =
        new Phrase(
            story.language(),
            line.text(),
            voice(line.voice()),
            Mood.named(line.mood()).orElse(Mood.NEUTRAL),
            line.rate(),
            line.pronunciations());
    beats.add(new Beat.Say(page, breath, line.role(), phrase, line.marks(), line.source()));
    breath = line.paragraphEnd() ? PARAGRAPH : SENTENCE;
  }

  private static Voice voice(String name) {
    return Voices.named(name)
        .orElseThrow(
            () -> new IllegalArgumentException("the story was read with a voice '" + name + "'"));
  }
}
