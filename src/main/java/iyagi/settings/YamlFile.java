package iyagi.settings;

import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads a small YAML file into keys with their lines: no anchors, no tags, no second document, so
 * that nothing can grow while it is read.
 */
final class YamlFile {
  /** Our longest profile has 6 KB. */
  static final int LARGEST_BYTES = 64 * 1024;

  private static final int DEEPEST = 8;
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final Pattern PLACE = Pattern.compile("line (\\d+), column \\d+");

  /** A file that no more can be read of; the problem has been noted. */
  private static final class Unreadable extends RuntimeException {
    Unreadable() {
      super(null, null, false, false);
    }
  }

  private final YAMLParser parser;
  private final Problems problems;

  private YamlFile(YAMLParser parser, Problems problems) {
    this.parser = parser;
    this.problems = problems;
  }

  /** The file's keys, or empty with at least one problem noted. */
  static Optional<Node.Branch> read(Path file, Problems problems) {
    Optional<String> text = text(file, problems);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try (YAMLParser parser =
        (YAMLParser) YAML.createParser(ObjectReadContext.empty(), text.get())) {
      return Optional.of(new YamlFile(parser, problems).document());
    } catch (Unreadable noted) {
      return Optional.empty();
    } catch (JacksonException broken) {
      problems.add(
          line(broken),
          Sentence.of(
              "cannot be understood here: {0}; every line is 'key: value', and what belongs to a key is"
                  + " indented below it with spaces, not tabs",
              reason(broken)));
      return Optional.empty();
    }
  }

  private static Optional<String> text(Path file, Problems problems) {
    try {
      if (Files.isDirectory(file)) {
        problems.add(0, Sentence.of("is a folder; a file was expected"));
      } else if (Files.size(file) > LARGEST_BYTES) {
        problems.add(0, Sentence.of("is {0} bytes long; at most 65536 are read", Files.size(file)));
      } else {
        byte[] bytes = Files.readAllBytes(file);
        return Optional.of(
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
      }
    } catch (NoSuchFileException missing) {
      problems.add(0, Sentence.of("there is no such file"));
    } catch (CharacterCodingException binary) {
      problems.add(0, Sentence.of("is no text; a text file in UTF-8 was expected"));
    } catch (IOException unreadable) {
      problems.add(0, Sentence.of("cannot be read: {0}", Reason.of(unreadable)));
    }
    return Optional.empty();
  }

  private static int line(JacksonException broken) {
    return PLACE
        .matcher(broken.getOriginalMessage())
        .results()
        .reduce((_, last) -> last)
        .map(MatchResult::group)
        .map(place -> Integer.parseInt(place.substring(5, place.indexOf(','))))
        .orElse(broken.getLocation() == null ? 0 : Math.max(0, broken.getLocation().getLineNr()));
  }

  /** The parser's last plain sentence, without its pictures of the line. */
  private static String reason(JacksonException broken) {
    return broken
        .getOriginalMessage()
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith(" "))
        .reduce((_, last) -> last)
        .orElse("no YAML");
  }

  private Node.Branch document() {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw unreadable(0, Sentence.of("is empty"));
    }
    if (!(node(first, 0) instanceof Node.Branch keys)) {
      throw unreadable(1, Sentence.of("has no keys; lines like 'id: owl' were expected"));
    }
    if (parser.nextToken() != null) {
      throw unreadable(line(), Sentence.of("a second document begins here; one was expected"));
    }
    return keys;
  }

  private Node node(JsonToken token, int depth) {
    if (parser.isCurrentAlias() || parser.getObjectId() != null) {
      throw unreadable(
          line(), Sentence.of("uses '&' or '*' (YAML anchors); write the value out instead"));
    }
    if (parser.getTypeId() != null) {
      throw unreadable(line(), Sentence.of("uses '!' (a YAML tag); write the plain value instead"));
    }
    if (depth > DEEPEST) {
      throw unreadable(line(), Sentence.of("is nested more than 8 deep"));
    }
    int line = line();
    return switch (token) {
      case START_OBJECT -> branch(line, depth);
      case START_ARRAY -> sequence(line, depth);
      case VALUE_NULL -> new Node.Leaf(line, "");
      default -> new Node.Leaf(line, parser.getString());
    };
  }

  private Node.Branch branch(int line, int depth) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      int keyLine = line();
      Node value = node(parser.nextToken(), depth + 1);
      Node.Entry before = entries.putIfAbsent(key, new Node.Entry(keyLine, value));
      if (before != null) {
        problems.add(
            keyLine, Sentence.of("'{0}' is already given in line {1}", key, before.line()));
      }
    }
    return new Node.Branch(line, entries);
  }

  private Node.Sequence sequence(int line, int depth) {
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      var _ = node(token, depth + 1);
    }
    return new Node.Sequence(line);
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private Unreadable unreadable(int line, Sentence sentence) {
    problems.add(line, sentence);
    return new Unreadable();
  }
}
