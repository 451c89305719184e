package iyagi.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a story is from, in the words of many collections. "Text", "Writer" and "Author" are one;
 * so are "Licence" and "License".
 */
final class CreditLines {
  private static final Pattern LINE =
      Pattern.compile("\\s*(\\p{L}[\\p{L}\\p{M} ./-]{0,39}?)\\s*[:：]\\s*(.*)", Pattern.DOTALL);
  private static final Pattern BRACKETS = Pattern.compile("\\[([^\\[\\]]*)]");
  private static final Map<String, String> KEYS = keys();

  private CreditLines() {}

  private static Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    same(keys, "author", "author", "authors", "text", "writer", "writers", "written by", "words");
    same(keys, "author", "story by", "text by", "author(s)", "글");
    same(keys, "license", "license", "licence", "licensed under", "rights", "라이선스", "이용 허락");
    same(keys, "illustration", "illustration", "illustrations", "illustrator", "illustrators");
    same(keys, "illustration", "illustrated by", "images", "images by", "pictures", "artist", "그림");
    same(keys, "translation", "translation", "translator", "translators", "translated by", "옮김");
    same(keys, "adaptation", "adaptation", "adapted by", "adapted from", "adapter");
    same(keys, "source", "source", "sources", "url", "link", "website", "출처");
    same(keys, "copyright", "copyright", "publisher", "published by");
    for (String own : List.of("publisher", "copyright", "editor", "editors", "series", "year")) {
      keys.put(own, own);
    }
    for (String own : List.of("contributor", "contributors", "attribution", "note", "music")) {
      keys.put(own, own);
    }
    for (String own :
        List.of("date", "isbn", "design", "designer", "photography", "reading level")) {
      keys.put(own, own);
    }
    keys.put("level", "reading level");
    return keys;
  }

  private static void same(Map<String, String> keys, String key, String... names) {
    for (String name : names) {
      keys.put(name, key);
    }
  }

  /** The key under which a credit is kept: "illustrator" is "illustration". */
  static Optional<String> key(String name) {
    return Optional.ofNullable(KEYS.get(small(name)));
  }

  /** Every name that front matter may use. */
  static Set<String> names() {
    return new TreeSet<>(KEYS.keySet());
  }

  private static String small(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", " ").strip();
  }

  /** A credit as a line of text says it. */
  record Credit(String key, String value, Place place) {}

  /** Whether every line says who made something, and the first is a known way to say it. */
  static boolean areCredits(List<Passage> lines) {
    boolean known = false;
    for (Passage line : lines) {
      Matcher matcher = LINE.matcher(line.text());
      if (matcher.matches()) {
        known |= key(matcher.group(1)).isPresent() || isLanguage(matcher.group(1));
      } else if (!known) {
        return false;
      }
    }
    Matcher first = LINE.matcher(lines.getFirst().text());
    return known
        && first.matches()
        && (key(first.group(1)).isPresent() || isLanguage(first.group(1)))
        && lines.size() <= 30;
  }

  static boolean isLanguage(String name) {
    return small(name).equals("language") || name.equals("언어");
  }

  /** What the lines say; a line without a colon goes on with the one before it. */
  static List<Credit> read(List<Passage> lines) {
    List<Credit> credits = new ArrayList<>();
    for (Passage line : lines) {
      Matcher matcher = LINE.matcher(line.text());
      if (matcher.matches() && !matcher.group(2).startsWith("//")) {
        String key = isLanguage(matcher.group(1)) ? "language" : small(matcher.group(1));
        String value = unbracketed(matcher.group(2));
        credits.add(new Credit(KEYS.getOrDefault(key, key), value, line.start()));
      } else if (!credits.isEmpty()) {
        Credit last = credits.removeLast();
        String value = (last.value() + " " + unbracketed(line.text())).strip();
        credits.add(new Credit(last.key(), value, last.place()));
      }
    }
    return credits;
  }

  private static String unbracketed(String text) {
    return BRACKETS.matcher(text.replaceAll("\\s+", " ").strip()).replaceAll("$1");
  }
}
