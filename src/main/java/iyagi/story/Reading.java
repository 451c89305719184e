package iyagi.story;

import iyagi.story.CreditLines.Credit;
import iyagi.words.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One run through one story file. */
final class Reading {
  /** A story for small children has twenty. */
  static final int MOST_PAGES = 400;

  private final Vocabulary vocabulary;
  private final Problems problems;

  Reading(Vocabulary vocabulary, Problems problems) {
    this.vocabulary = vocabulary;
    this.problems = problems;
  }

  /** The story as far as it can be told; problems say whether it is good. */
  Optional<Story> story(String id, Optional<Locale> languageHint, String text) {
    FrontMatter front = FrontMatter.of(text, vocabulary, problems);
    Outline outline = Outline.of(Markdown.blocks(front.body(), problems), problems);
    Map<String, String> credits = new LinkedHashMap<>(front.credits());
    Optional<Locale> closing = closing(outline.credits(), credits);
    List<Page> pages = pages(outline, front.cast());
    if (pages.stream().noneMatch(Reading::speaks)) {
      if (!problems.hasErrors()) {
        problems.error(
            Place.FILE, "there is nothing to read aloud; a story needs words, not only pictures");
      }
      return Optional.empty();
    }
    Optional<Locale> said = front.language().or(() -> closing).or(() -> languageHint);
    if (!credits.containsKey("license") && front.readable()) {
      problems.warning(
          Place.FILE, "no licence is given; add for example 'license: CC BY 4.0' at the top");
    }
    return Optional.of(
        new Story(
            id,
            title(id, front, outline),
            said.orElseGet(() -> guessed(front.body())),
            front.ages(),
            new Credits(credits),
            front.pageTurn(),
            pages));
  }

  private static boolean speaks(Page page) {
    return page.steps().stream()
        .anyMatch(step -> step instanceof Step.Line || step instanceof Step.Question);
  }

  private String title(String id, FrontMatter front, Outline outline) {
    Optional<String> title = front.title().or(outline::title);
    if (title.isEmpty() && front.readable()) {
      problems.warning(
          Place.FILE, "no title; it is called '{0}' until a line like '# My story' is added", id);
    }
    return title.orElse(id);
  }

  private Locale guessed(String text) {
    Optional<Locale> guess = Languages.guessed(text);
    Sentence name = Sentence.of(guess.isPresent() ? "Korean" : "English");
    problems.warning(
        Place.FILE, "no language is given; taken for {0}. Add for example 'language: en'", name);
    return guess.orElse(Locale.ENGLISH);
  }

  /** Adds the closing credits to those at the top and returns their language. */
  private Optional<Locale> closing(List<Credit> closing, Map<String, String> credits) {
    Optional<Locale> language = Optional.empty();
    for (Credit credit : closing) {
      if (credit.key().equals("language")) {
        language = Languages.named(credit.value());
        if (language.isEmpty()) {
          language = Optional.of(Locale.ROOT);
          problems.warning(
              credit.place(),
              "unknown language '{0}'{1} (until then the story needs a recording)",
              credit.value(),
              Languages.suggestion(credit.value()));
        }
      } else if (!credit.value().isBlank()) {
        credits.putIfAbsent(credit.key(), credit.value());
      }
    }
    return language;
  }

  private List<Page> pages(Outline outline, Cast cast) {
    List<Outline.Draft> drafts = new ArrayList<>();
    for (Outline.Draft draft : outline.pages()) {
      if (!draft.blocks().isEmpty()) {
        drafts.add(draft);
      } else if (!draft.heading().isEmpty()) {
        problems.warning(
            draft.place(), "page '{0}' has nothing to read; it is left out", draft.heading());
      }
    }
    if (drafts.size() > MOST_PAGES) {
      Place place = drafts.get(MOST_PAGES).place();
      problems.error(place, "{0} pages; at most {1} are allowed", drafts.size(), MOST_PAGES);
      return List.of();
    }
    List<String> ids = PageIds.of(drafts.stream().map(Outline.Draft::heading).toList());
    var paragraphs = new ParagraphReader(cast, vocabulary, problems);
    var reader = new PageReader(paragraphs, new ChoiceReader(ids, problems), problems);
    List<Page> pages = new ArrayList<>();
    for (Outline.Draft draft : drafts) {
      int number = pages.size() + 1;
      pages.add(new Page(number, ids.get(number - 1), draft.heading(), reader.steps(draft)));
    }
    paragraphs.pronunciations().warnOfUnused(problems);
    return outline.divided() ? checkedForLength(pages, drafts) : divided(pages);
  }

  private List<Page> checkedForLength(List<Page> pages, List<Outline.Draft> drafts) {
    for (int i = 0; i < pages.size(); i++) {
      long seconds = Math.round(Pace.seconds(pages.get(i).steps()));
      if (seconds > PageReader.LONGEST.toSeconds()) {
        problems.warning(
            drafts.get(i).place(),
            "this page takes about {0} s; small children like pages under 60 s",
            seconds);
      }
    }
    return pages;
  }

  private List<Page> divided(List<Page> whole) {
    if (whole.isEmpty()) {
      return whole;
    }
    List<List<Step>> parts = PageReader.divided(whole.getFirst().steps());
    if (parts.size() == 1) {
      long seconds = Math.round(Pace.seconds(parts.getFirst()));
      problems.warning(
          Place.FILE, "no page begins with '##'; the whole story ({0} s) is one page", seconds);
      return whole;
    }
    problems.warning(
        Place.FILE,
        "no page begins with '##'; divided into {0} pages of about a minute",
        parts.size());
    if (parts.size() > MOST_PAGES) {
      problems.error(Place.FILE, "{0} pages; at most {1} are allowed", parts.size(), MOST_PAGES);
      return List.of();
    }
    List<Page> pages = new ArrayList<>();
    for (List<Step> part : parts) {
      int number = pages.size() + 1;
      pages.add(new Page(number, "page-" + number, "", part));
    }
    return pages;
  }
}
