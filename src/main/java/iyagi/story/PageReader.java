package iyagi.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes steps of a page's blocks. */
final class PageReader {
  /** Small children's patience with one page. */
  static final Duration LONGEST = Duration.ofSeconds(60);

  /** A paragraph of more is no paragraph. */
  static final int LONGEST_PARAGRAPH_CHARS = 20_000;

  /** A novel has so many sentences and pauses. */
  static final int MOST_STEPS = 10_000;

  /** A line across the page is a change of scene. */
  private static final Duration SCENE_CHANGE = Duration.ofSeconds(1);

  private final ParagraphReader paragraphs;
  private final ChoiceReader choices;
  private final Problems problems;
  private int total;
  private boolean enough;

  PageReader(ParagraphReader paragraphs, ChoiceReader choices, Problems problems) {
    this.paragraphs = paragraphs;
    this.choices = choices;
    this.problems = problems;
  }

  List<Step> steps(Outline.Draft draft) {
    List<Step> steps = new ArrayList<>();
    boolean chosen = false;
    for (Block block : draft.blocks()) {
      if (chosen) {
        problems.warning(block.place(), "nobody hears this: the page is left at the choice above");
      }
      List<Step> more = steps(block);
      steps.addAll(more);
      chosen = !more.isEmpty() && more.getLast() instanceof Step.Choice;
    }
    steps.addAll(paragraphs.rest());
    while (!steps.isEmpty()
        && draft.blocks().getLast() instanceof Block.Rule
        && steps.getLast() instanceof Step.Pause) {
      steps.removeLast();
    }
    return steps;
  }

  private List<Step> steps(Block block) {
    return switch (block) {
      case Block.Paragraph(_, Passage text) -> paragraph(text);
      case Block.Heading(_, _, Passage text) -> paragraph(text);
      case Block.Items(_, List<Passage> items) -> {
        List<Step> steps = new ArrayList<>();
        items.forEach(item -> steps.addAll(paragraph(item)));
        yield steps;
      }
      case Block.Quote quote -> quote(quote);
      case Block.Rule _ -> List.of(new Step.Pause(SCENE_CHANGE));
    };
  }

  private List<Step> paragraph(Passage text) {
    if (isTooLong(text) || isEnough(text.start())) {
      return List.of();
    }
    List<Step> steps = paragraphs.read(text);
    total += steps.size();
    return steps;
  }

  private List<Step> quote(Block.Quote quote) {
    if (quote.paragraphs().stream().anyMatch(this::isTooLong) || isEnough(quote.place())) {
      return List.of();
    }
    List<Step> steps = new QuoteReader(paragraphs, choices, problems).read(quote);
    total += steps.size();
    return steps;
  }

  /** Whether the rest of the file would only take time. */
  private boolean isEnough(Place place) {
    if (total > MOST_STEPS && !enough) {
      problems.error(place, "more than 10,000 sentences up to here; a story is shorter");
      enough = true;
    }
    return enough || problems.areTooMany();
  }

  private boolean isTooLong(Passage text) {
    if (text.length() > LONGEST_PARAGRAPH_CHARS) {
      problems.error(
          text.start(),
          "this paragraph has {0} characters; at most 20,000 are allowed. Divide it by empty lines",
          text.length());
    }
    return text.length() > LONGEST_PARAGRAPH_CHARS;
  }

  /** Divides a story without page headings after paragraphs, about a minute each. */
  static List<List<Step>> divided(List<Step> steps) {
    List<List<Step>> pages = new ArrayList<>();
    List<Step> page = new ArrayList<>();
    double seconds = 0;
    for (int i = 0; i < steps.size(); ) {
      int end = i + 1;
      while (end < steps.size() && !endsParagraph(steps.get(end - 1))) {
        end++;
      }
      List<Step> paragraph = steps.subList(i, end);
      double more = Pace.seconds(paragraph);
      if (!page.isEmpty() && seconds + more > LONGEST.toSeconds()) {
        pages.add(page);
        page = new ArrayList<>();
        seconds = 0;
      }
      page.addAll(paragraph);
      seconds += more;
      i = end;
    }
    pages.add(page);
    return pages;
  }

  private static boolean endsParagraph(Step step) {
    return switch (step) {
      case Step.Line line -> line.paragraphEnd();
      case Step.Question _ -> true;
      case Step.Pause _, Step.Act _, Step.Choice _, Step.GrownUps _ -> false;
    };
  }
}
