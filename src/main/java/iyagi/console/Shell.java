package iyagi.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts pages together: the frame that all have, one page's own part, and the words in the browser's
 * language. {@code {{key}}} in a page stands for words, escaped.
 */
final class Shell {
  private static final Pattern HOLE = Pattern.compile("\\{\\{([a-z0-9.:-]+)}}");

  /**
   * Pages whose script and style bear another name: robot.js draws the robot, for all, and
   * listen.js plays what the robot says.
   */
  private static final Map<String, String> FILES =
      Map.of("robot", "robot-page", "listen", "listen-page");

  private static final List<String> THEMES = List.of("light", "dark");

  private final Map<String, Words> words;
  private final Assets assets;
  private final List<String> navigation;

  /**
   * Pages with that navigation.
   *
   * @param navigation names of pages, in order
   */
  Shell(Map<String, Words> words, Assets assets, List<String> navigation) {
    this.words = words;
    this.assets = assets;
    this.navigation = List.copyOf(navigation);
  }

  /**
   * A page.
   *
   * @param name of its files: pages/NAME.html, assets/NAME.js and assets/NAME.css
   * @param visit of whoever has signed in
   */
  Answer page(String name, Ask ask, Optional<Visits.Visit> visit) {
    Words say = words.get(ask.language());
    String html = fill(text("pages/shell.html"), key -> part(key, name, ask, visit, say));
    return Answer.bytes("text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8))
        .with("Vary", "Cookie, Accept-Language");
  }

  private String part(String key, String name, Ask ask, Optional<Visits.Visit> visit, Words say) {
    return switch (key) {
      case ":page" -> name;
      case ":files" -> FILES.getOrDefault(name, name);
      case ":language" -> ask.language();
      case ":theme" -> ask.cookie("theme").filter(THEMES::contains).orElse("");
      case ":token" -> visit.map(Visits.Visit::token).orElse("");
      case ":title" -> escaped(say.say(name + ".title"));
      case ":needed" -> needed(name, ask.language());
      case ":navigation" -> visit.isPresent() ? navigation(name, say) : "";
      case ":main" -> fill(text("pages/" + name + ".html"), word -> escaped(say.say(word)));
      default -> escaped(say.say(key));
    };
  }

  /** Without this a browser finds out one after the other what it has to fetch. */
  private String needed(String name, String language) {
    List<String> scripts = new ArrayList<>(assets.needed(FILES.getOrDefault(name, name) + ".js"));
    scripts.add("words-" + language + ".js");
    return scripts.stream()
        .map(script -> "<link rel=\"modulepreload\" href=\"/assets/" + script + "\">")
        .collect(Collectors.joining("\n"));
  }

  private String navigation(String here, Words say) {
    StringBuilder html = new StringBuilder();
    for (String name : navigation) {
      html.append("<li><a href=\"/")
          .append(name)
          .append(name.equals(here) ? "\" aria-current=\"page\">" : "\">")
          .append("<svg aria-hidden=\"true\"><use href=\"/assets/icons.svg#")
          .append(name)
          .append("\"/></svg><span>")
          .append(escaped(say.say(name + ".title")))
          .append("</span></a></li>");
    }
    return html.toString();
  }

  private static String fill(String text, UnaryOperator<String> filling) {
    return HOLE.matcher(text)
        .replaceAll(hole -> Matcher.quoteReplacement(filling.apply(hole.group(1))));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String text(String name) {
    try (InputStream in = Shell.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is missing from this program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
