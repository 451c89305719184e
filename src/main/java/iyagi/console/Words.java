package iyagi.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the pages say, in one language. */
final class Words {
  /** First the one for browsers that prefer none of these. */
  static final List<String> LANGUAGES = List.of("en", "ko");

  /** One file a page and language, so that each page's words stay together. */
  private static final List<String> FILES =
      List.of(
          "shell",
          "entrance",
          "now",
          "captions",
          "stories",
          "listen",
          "pronunciations",
          "cards",
          "stick",
          "deleted",
          "recordings",
          "numbers",
          "programme",
          "planning",
          "sheet",
          "robot",
          "calibration",
          "loudness",
          "volume");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, String> words = new TreeMap<>();

  private Words(String language) {
    for (String file : FILES) {
      words.putAll(read("words/" + file + "." + language + ".json"));
    }
  }

  /** The words of each language. */
  static Map<String, Words> all() {
    Map<String, Words> all = new TreeMap<>();
    LANGUAGES.forEach(language -> all.put(language, new Words(language)));
    return all;
  }

  private static Map<String, String> read(String name) {
    try (InputStream in = Words.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is missing from this program");
      }
      return JSON.readValue(in, new TypeReference<Map<String, String>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words for a key. */
  String say(String key) {
    String text = words.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no words for '" + key + "'");
    }
    return text;
  }

  /** All of them as a module for the browser. */
  String module() {
    return "export default " + JSON.writeValueAsString(words) + ";\n";
  }
}
