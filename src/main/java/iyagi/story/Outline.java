package iyagi.story;

import iyagi.story.CreditLines.Credit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A story's blocks divided into pages, its title and its closing credits taken out. */
final class Outline {
  private static final Set<String> CREDIT_HEADINGS =
      Set.of("", "credits", "credit", "attribution", "colophon", "만든 사람들");

  private static final Pattern DIRECTION = Pattern.compile("\\{[^{}]*}");
  private final List<Draft> pages = new ArrayList<>();
  private List<Credit> credits = List.of();
  private Optional<String> title = Optional.empty();
  private final Problems problems;
  private boolean divided;

  private Outline(Problems problems) {
    this.problems = problems;
  }

  /** A page that is still blocks. */
  record Draft(Place place, String heading, List<Block> blocks) {}

  static Outline of(List<Block> blocks, Problems problems) {
    var outline = new Outline(problems);
    outline.divide(blocks);
    outline.takeCredits();
    return outline;
  }

  List<Draft> pages() {
    return pages;
  }

  List<Credit> credits() {
    return credits;
  }

  Optional<String> title() {
    return title;
  }

  /** Whether the author divided the story into pages. */
  boolean divided() {
    return divided;
  }

  private void divide(List<Block> blocks) {
    pages.add(new Draft(Place.line(1), "", new ArrayList<>()));
    for (Block block : blocks) {
      if (block instanceof Block.Heading(Place place, int level, Passage text) && level <= 2) {
        String words = plain(text, place);
        boolean first = title.isEmpty() && !divided && pages.getFirst().blocks().isEmpty();
        if (level == 1 && first && !words.isEmpty()) {
          title = Optional.of(words);
        } else {
          divided = true;
          pages.add(new Draft(place, words, new ArrayList<>()));
        }
      } else {
        pages.getLast().blocks().add(block);
      }
    }
    if (pages.getFirst().blocks().isEmpty()) {
      pages.removeFirst();
    }
  }

  private String plain(Passage text, Place place) {
    String words = DIRECTION.matcher(text.text()).replaceAll("");
    if (words.length() < text.length()) {
      problems.warning(place, "directions in a heading do nothing; write them in the text below");
    }
    return words.replaceAll("\\s+", " ").strip();
  }

  /** Takes a closing list of credits away: as a page of its own, or at the end of the last page. */
  private void takeCredits() {
    if (pages.isEmpty()) {
      return;
    }
    Draft last = pages.getLast();
    List<Block> blocks = last.blocks();
    boolean ownPage =
        CREDIT_HEADINGS.contains(last.heading().toLowerCase(Locale.ROOT))
            && !blocks.isEmpty()
            && linesOf(blocks.getFirst()).filter(CreditLines::areCredits).isPresent();
    int from = ownPage ? 0 : blocks.size();
    while (!ownPage
        && from > 0
        && linesOf(blocks.get(from - 1)).filter(CreditLines::areCredits).isPresent()) {
      from--;
    }
    List<Passage> lines = new ArrayList<>();
    for (Block block : blocks.subList(from, blocks.size())) {
      linesOf(block).filter(CreditLines::areCredits).ifPresent(lines::addAll);
    }
    credits = CreditLines.read(lines);
    blocks.subList(from, blocks.size()).clear();
    if (from == 0 && ownPage) {
      pages.removeLast();
    }
  }

  private static Optional<List<Passage>> linesOf(Block block) {
    List<Passage> lines =
        switch (block) {
          case Block.Items(_, List<Passage> items) ->
              items.stream().flatMap(item -> item.lines().stream()).toList();
          case Block.Paragraph(_, Passage text) -> text.lines();
          case Block.Heading _, Block.Quote _, Block.Rule _ -> List.of();
        };
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
  }
}
