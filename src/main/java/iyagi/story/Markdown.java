package iyagi.story;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Takes Markdown apart into blocks. Text indented by four spaces is text, not code. */
final class Markdown {
  private static final Pattern GLUED_HEADING = Pattern.compile("(#{1,6})[^#\\s]");
  private static final Pattern TABLE_RULE = Pattern.compile("[\\s|:-]*-[\\s|:-]*");
  private static final int DEEPEST = 50;

  /** In this order they are tried: a line of hyphens below a word is a heading, not a rule. */
  private static final Set<Class<? extends org.commonmark.node.Block>> KNOWN =
      new LinkedHashSet<>(
          List.of(
              BlockQuote.class,
              Heading.class,
              FencedCodeBlock.class,
              HtmlBlock.class,
              ThematicBreak.class,
              ListBlock.class));

  private static final Parser PARSER =
      Parser.builder()
          .enabledBlockTypes(KNOWN)
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(DEEPEST)
          .maxInlineNesting(DEEPEST)
          .build();

  private final List<String> source;
  private final Problems problems;
  private final List<Block> blocks = new ArrayList<>();

  private Markdown(List<String> source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /** The blocks of a text. */
  static List<Block> blocks(String text, Problems problems) {
    String safe = Escapes.hide(text);
    var markdown = new Markdown(safe.lines().toList(), problems);
    markdown.readChildren(PARSER.parse(safe));
    return markdown.blocks;
  }

  private void readChildren(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      read(node);
    }
  }

  private void read(Node node) {
    Place place = place(node);
    switch (node) {
      case Heading heading -> heading(place, heading);
      case Paragraph _ -> paragraph(place, inlines(node));
      case BlockQuote _ -> quote(place, passages(node));
      case ListBlock _ -> blocks.add(new Block.Items(place, passages(node)));
      case FencedCodeBlock code -> blocks.add(new Block.Items(place, code(place, code)));
      case HtmlBlock html -> html(place, html.getLiteral());
      case ThematicBreak _ -> blocks.add(new Block.Rule(place));
      default -> readChildren(node);
    }
  }

  private void quote(Place place, List<Passage> passages) {
    blocks.add(new Block.Quote(place, passages));
    for (Passage passage : passages) {
      for (Passage line : passage.lines()) {
        Place start = line.start();
        if (start.line() > 0 && !source.get(start.line() - 1).contains(">")) {
          problems.warning(
              start, "this line is part of the quotation above; put an empty line before it");
        }
      }
    }
  }

  private void heading(Place place, Heading heading) {
    Passage text = inlines(heading);
    boolean underlined = !source.get(place.line() - 1).stripLeading().startsWith("#");
    if (underlined && heading.getLevel() == 2 && isProse(text.text())) {
      blocks.add(new Block.Paragraph(place, text));
      blocks.add(new Block.Rule(place));
    } else {
      blocks.add(new Block.Heading(place, heading.getLevel(), text));
    }
  }

  /** A paragraph directly above "---" is not meant as a heading. */
  private static boolean isProse(String text) {
    return text.indexOf(Passage.SOFT) >= 0 || text.strip().matches("(?s).*[.!?…\"”:}]");
  }

  private void paragraph(Place place, Passage text) {
    List<Passage> lines = text.lines();
    Matcher glued = GLUED_HEADING.matcher(lines.getFirst().text());
    if (glued.lookingAt()) {
      problems.warning(place, "a heading needs a space after '{0}'", glued.group(1));
      int level = glued.group(1).length();
      blocks.add(new Block.Heading(place, level, lines.getFirst().from(level)));
      if (lines.size() > 1) {
        Passage rest = text.from(lines.getFirst().length() + 1);
        paragraph(rest.start(), rest);
      }
    } else if (lines.stream().allMatch(line -> line.text().strip().startsWith("|"))) {
      problems.warning(place, "a table is read line by line; write sentences instead");
      blocks.add(new Block.Items(place, tableRows(lines)));
    } else if (!text.isBlank()) {
      blocks.add(new Block.Paragraph(place, text));
    }
  }

  private static List<Passage> tableRows(List<Passage> lines) {
    return lines.stream().filter(l -> !TABLE_RULE.matcher(l.text()).matches()).toList();
  }

  private List<Passage> code(Place place, FencedCodeBlock code) {
    problems.warning(place, "a block between ``` is read aloud like other text");
    List<SourceSpan> spans = code.getSourceSpans();
    List<Passage> lines = new ArrayList<>();
    for (int i = 1; i < spans.size(); i++) {
      var line = new Passage.Builder();
      SourceSpan span = spans.get(i);
      String text = source.get(span.getLineIndex());
      for (int c = span.getColumnIndex(); c < text.length(); c++) {
        line.add(text.charAt(c), span.getLineIndex() + 1, c + 1);
      }
      Passage passage = line.built();
      if (!passage.isBlank() && !passage.text().strip().matches("(`{3,}|~{3,})")) {
        lines.add(passage);
      }
    }
    return lines;
  }

  private void html(Place place, String literal) {
    if (!literal.strip().matches("(?s)<!--.*-->")) {
      problems.warning(place, "HTML is not read aloud; write the text without <…>");
    }
  }

  /** The text of every paragraph below a node. */
  private List<Passage> passages(Node parent) {
    List<Passage> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Paragraph _ -> found.add(inlines(node));
        case Heading _ -> found.add(inlines(node));
        case FencedCodeBlock code -> found.addAll(code(place(node), code));
        case HtmlBlock html -> html(place(node), html.getLiteral());
        default -> found.addAll(passages(node));
      }
    }
    return found.stream().filter(passage -> !passage.isBlank()).toList();
  }

  private Passage inlines(Node block) {
    return new Inlines(source, problems).text(block);
  }

  private static Place place(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty()
        ? Place.FILE
        : new Place(spans.getFirst().getLineIndex() + 1, spans.getFirst().getColumnIndex() + 1);
  }
}
