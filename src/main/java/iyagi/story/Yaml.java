package iyagi.story;

import iyagi.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** A YAML text as a tree whose every node knows its place. Anchors and aliases are refused. */
sealed interface Yaml {
  /** Where it begins. */
  Place place();

  /** Text as it is written: 95% and no are text, too. */
  record Scalar(Place place, String text) implements Yaml {}

  /** Keys and values in order; a key may stand twice. */
  record Mapping(Place place, List<Entry> entries) implements Yaml {}

  /** A list. */
  record Sequence(Place place, List<Yaml> items) implements Yaml {}

  /** A key and its value. */
  record Entry(Place place, String key, Yaml value) {}

  /** It cannot be read; the message is for its author. */
  final class Unreadable extends Exception {
    private final transient Place place;
    private final transient Sentence sentence;

    Unreadable(Place place, String text, Object... parts) {
      super(text);
      this.place = place;
      sentence = Sentence.of(text, parts);
    }

    Sentence sentence() {
      return sentence;
    }

    Place place() {
      return place;
    }
  }

  /**
   * Reads a mapping.
   *
   * @param lineOffset added to every line
   * @throws Unreadable at its first mistake
   */
  static Mapping read(String text, int lineOffset) throws Unreadable {
    if (text.isBlank() || text.lines().allMatch(l -> l.isBlank() || l.strip().startsWith("#"))) {
      return new Mapping(Place.line(1), List.of());
    }
    try (var parser = (YAMLParser) Reader.FACTORY.createParser(ObjectReadContext.empty(), text)) {
      var reader = new Reader(parser, lineOffset);
      parser.nextToken();
      Yaml root = reader.node(0);
      if (!(root instanceof Mapping mapping)) {
        throw new Unreadable(root.place(), "expected lines like 'title: The Bear'");
      }
      if (parser.nextToken() != null) {
        throw new Unreadable(reader.place(), "unexpected second document");
      }
      return mapping;
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      int line = at == null ? 1 : Math.max(at.getLineNr(), 1);
      String reason = e.getOriginalMessage().lines().findFirst().orElse("").strip();
      throw new Unreadable(
          new Place(line + lineOffset, at == null ? 0 : Math.max(at.getColumnNr(), 0)),
          "not understood ({0}); each line is 'key: value', and a value with a colon or a # stands in"
              + " quotation marks",
          reason);
    }
  }

  /** Reads nodes one after the other. */
  final class Reader {
    static final YAMLFactory FACTORY = new YAMLFactory();

    private static final int DEEPEST = 5;
    private final YAMLParser parser;
    private final int lineOffset;

    Reader(YAMLParser parser, int lineOffset) {
      this.parser = parser;
      this.lineOffset = lineOffset;
    }

    Place place() {
      TokenStreamLocation at = parser.currentTokenLocation();
      return new Place(at.getLineNr() + lineOffset, at.getColumnNr());
    }

    Yaml node(int depth) throws Unreadable {
      Place place = place();
      if (parser.isCurrentAlias() || parser.getObjectId() != null) {
        throw new Unreadable(place, "anchors (&) and aliases (*) are not used here; write it out");
      }
      if (depth > DEEPEST) {
        throw new Unreadable(place, "nested more than {0} deep", DEEPEST);
      }
      return switch (parser.currentToken()) {
        case START_OBJECT -> mapping(place, depth);
        case START_ARRAY -> sequence(place, depth);
        case VALUE_NULL -> new Scalar(place, "");
        case null, default -> new Scalar(place, parser.getString().strip());
      };
    }

    private Mapping mapping(Place place, int depth) throws Unreadable {
      List<Entry> entries = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        Place at = place();
        String key = parser.currentName();
        parser.nextToken();
        entries.add(new Entry(at, key, node(depth + 1)));
      }
      return new Mapping(place, entries);
    }

    private Sequence sequence(Place place, int depth) throws Unreadable {
      List<Yaml> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(node(depth + 1));
      }
      return new Sequence(place, items);
    }
  }
}
