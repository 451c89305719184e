package iyagi.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.report.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the pages say, in both languages. */
final class WordsTest {
  private static final Path RESOURCES = Path.of("src/main/resources/iyagi/console");
  private static final Pattern HOLE = Pattern.compile("\\{([a-zA-Z]+)");
  private static final Pattern IN_PAGES = Pattern.compile("\\{\\{([a-z0-9.-]+)}}");
  private static final Pattern IN_SCRIPTS =
      Pattern.compile("(?:say|known)\\([^()`]*?\"([a-z0-9.-]+)\"");
  private static final Pattern CHOSEN =
      Pattern.compile("\\? \"([a-z]+\\.[a-z0-9.-]+)\" : \"([a-z]+\\.[a-z0-9.-]+)\"");
  private static final Pattern MADE = Pattern.compile("`([a-z]+\\.[a-z-]*)\\$\\{");
  private static final Pattern REFUSED =
      Pattern.compile(
          "(?:new Refused\\(\\s*\\d+,|Answer\\.refused\\(|Problem\\(\\d+, \\{ key:)\\s*\"([a-z-]+)\"");

  /** Why commands over a broker are refused, and no others. */
  private static final Set<Refusal> OF_BROKERS =
      EnumSet.of(Refusal.RETAINED, Refusal.NO_EXPIRY, Refusal.UNKNOWN_TYPE, Refusal.EXPIRED);

  private static Map<String, String> words(String language) throws IOException {
    Map<String, String> all = new TreeMap<>();
    for (Path file : files(RESOURCES.resolve("words"), "." + language + ".json")) {
      Map<String, String> these =
          JsonMapper.shared().readValue(file.toFile(), new TypeReference<Map<String, String>>() {});
      these.forEach(
          (key, text) -> assertEquals(null, all.put(key, text), key + " stands in two files"));
    }
    return all;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> found(List<Path> files, Pattern pattern) {
    Set<String> found = new TreeSet<>();
    for (Path file : files) {
      Matcher matcher = pattern.matcher(text(file));
      while (matcher.find()) {
        for (int i = 1; i <= matcher.groupCount(); i++) {
          if (matcher.group(i) != null) {
            found.add(matcher.group(i));
          }
        }
      }
    }
    return found;
  }

  /** Keys that pages, scripts and refusals name. */
  private static Set<String> used() throws IOException {
    List<Path> scripts = files(RESOURCES.resolve("assets"), ".js");
    Set<String> used = found(files(RESOURCES.resolve("pages"), ".html"), IN_PAGES);
    used.addAll(found(scripts, IN_SCRIPTS));
    used.addAll(found(scripts, CHOSEN));
    List<Path> refusing = files(Path.of("src/main/java/iyagi/console"), ".java");
    for (String key : found(Stream.concat(refusing.stream(), scripts.stream()).toList(), REFUSED)) {
      used.add("problem." + key);
    }
    for (Refusal refusal : EnumSet.complementOf(EnumSet.copyOf(OF_BROKERS))) {
      used.add("problem." + refusal.word());
    }
    for (Path page : files(RESOURCES.resolve("pages"), ".html")) {
      String name = page.getFileName().toString().replace(".html", "");
      if (!name.equals("shell")) {
        used.add(name + ".title");
      }
    }
    return used;
  }

  @Test
  void bothLanguagesHaveTheSameKeysWithTheSameHoles() throws IOException {
    Map<String, String> english = words("en");
    Map<String, String> korean = words("ko");
    assertEquals(english.keySet(), korean.keySet());
    english.forEach((key, text) -> assertEquals(holes(text), holes(korean.get(key)), key));
    assertTrue(english.size() > 100, english.size() + " words");
  }

  private static Set<String> holes(String text) {
    Set<String> holes = new TreeSet<>();
    Matcher matcher = HOLE.matcher(text);
    while (matcher.find()) {
      holes.add(matcher.group(1));
    }
    return holes;
  }

  @Test
  void noKeyThatIsUsedIsMissing() throws IOException {
    Set<String> missing = used();
    missing.removeAll(words("en").keySet());
    assertEquals(Set.of(), missing);
  }

  @Test
  void noKeyIsThereForNothing() throws IOException {
    Set<String> left = new TreeSet<>(words("en").keySet());
    left.removeAll(used());
    Set<String> made = found(files(RESOURCES.resolve("assets"), ".js"), MADE);
    left.removeIf(key -> !key.startsWith("problem.") && made.stream().anyMatch(key::startsWith));
    assertEquals(Set.of(), left);
  }

  @Test
  void koreanIsWrittenInKoreanExceptNames() throws IOException {
    Set<String> foreign = new TreeSet<>();
    words("ko")
        .forEach(
            (key, text) -> {
              if (text.codePoints()
                  .noneMatch(
                      c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL)) {
                foreign.add(key + ": " + text);
              }
            });
    assertEquals(
        Set.of("pin.pin: PIN", "shell.other-language: English", "shell.other-language-tag: en"),
        foreign);
  }
}
