package iyagi.story;

import java.util.List;

/** What a story file consists of, whatever it is written in. */
sealed interface Block {
  /** Where it begins. */
  Place place();

  /** A title (level 1), a page (2) or a heading inside a page (3 to 6). */
  record Heading(Place place, int level, Passage text) implements Block {}

  /** Text to speak. */
  record Paragraph(Place place, Passage text) implements Block {}

  /** A quotation: a question, a choice, a prompt, or simply quoted text. */
  record Quote(Place place, List<Passage> paragraphs) implements Block {}

  /** A list; each item is spoken as a paragraph. */
  record Items(Place place, List<Passage> items) implements Block {}

  /** A line across the page. */
  record Rule(Place place) implements Block {}
}
