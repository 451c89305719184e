package iyagi.story;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/**
 * The plain text of a paragraph or heading. Formatting is spoken as its text; pictures and HTML are
 * left out.
 */
final class Inlines {
  private static final Pattern ENTITY = Pattern.compile("&(?:#[xX]?[0-9a-fA-F]{1,7}|\\w{1,31});");
  private final List<String> source;
  private final Problems problems;
  private final Passage.Builder text = new Passage.Builder();

  Inlines(List<String> source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /** Walks without recursion: formatting may be nested deeply. */
  Passage text(Node block) {
    int depth = 1;
    Node node = block.getFirstChild();
    while (node != null) {
      if (add(node) && node.getFirstChild() != null) {
        node = node.getFirstChild();
        depth++;
        continue;
      }
      while (depth > 1 && node.getNext() == null) {
        node = node.getParent();
        depth--;
      }
      node = node.getNext();
    }
    return text.built();
  }

  private boolean add(Node node) {
    switch (node) {
      case Text words -> align(words.getLiteral(), words.getSourceSpans());
      case Code code -> align(code.getLiteral(), code.getSourceSpans());
      case SoftLineBreak _ -> text.add(Passage.SOFT);
      case HardLineBreak _ -> text.add(Passage.HARD);
      case HtmlInline html -> html(html);
      case Image _ -> {
        problems.warning(place(node), "a picture is not read aloud; it is left out");
        return false;
      }
      default -> {
        return true;
      }
    }
    return false;
  }

  private void html(HtmlInline html) {
    if (!html.getLiteral().startsWith("<!--")) {
      problems.warning(place(html), "HTML is not read aloud; '{0}' is left out", html.getLiteral());
    }
  }

  /** Finds each character of the text in the source, where it may be escaped. */
  private void align(String literal, List<SourceSpan> spans) {
    if (spans.isEmpty()) {
      literal.chars().forEach(c -> put((char) c, 1, 1));
      return;
    }
    int at = 0;
    for (SourceSpan span : spans) {
      String line = source.get(span.getLineIndex());
      int end = Math.min(span.getColumnIndex() + span.getLength(), line.length());
      for (int c = span.getColumnIndex(); c < end && at < literal.length(); c++) {
        char found = line.charAt(c);
        boolean same = found == literal.charAt(at);
        if (!same && (found == '\\' || found == '`')) {
          continue;
        }
        int skipped = found == '&' ? entityLength(line, c, literal, at) : 0;
        put(literal.charAt(at++), span.getLineIndex() + 1, c + 1);
        c += skipped;
      }
    }
    while (at < literal.length()) {
      text.add(literal.charAt(at++));
    }
  }

  /** How many characters of "&amp;amp;" follow its first, if the text has one character for it. */
  private static int entityLength(String line, int c, String literal, int at) {
    Matcher entity = ENTITY.matcher(line).region(c, line.length());
    boolean spelled = !entity.lookingAt() || literal.startsWith(entity.group(), at);
    return spelled ? 0 : entity.group().length() - 1;
  }

  private void put(char c, int line, int column) {
    if (c != Escapes.GONE) {
      text.add(c, line, column);
    }
  }

  private static Place place(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty()
        ? Place.FILE
        : new Place(spans.getFirst().getLineIndex() + 1, spans.getFirst().getColumnIndex() + 1);
  }
}
