package iyagi.speech.mary;

import iyagi.words.Sentence;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes English text speakable: every written word becomes words in letters, marks, or a note to
 * the author. MaryTTS drops, spells or breaks on much of what stands in children's books; nothing
 * of that reaches it.
 */
final class EnglishText {
  private static final Pattern TAG =
      Pattern.compile("</?[A-Za-z][^<>]{0,200}>|<!--.{0,400}?-->", Pattern.DOTALL);
  private static final Pattern ESCAPE = Pattern.compile("\\u001b\\[[0-9;]*[A-Za-z]");

  private final Lexicon lexicon;

  EnglishText(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * Reads a text.
   *
   * @param pronunciations word in lower case → phones
   */
  Speakable read(String text, Map<String, String> pronunciations) {
    List<Sentence> notes = new ArrayList<>();
    List<Written> words = Written.of(blank(blank(text, ESCAPE, notes), TAG, notes));
    Reading reading = new Reading(new EnglishWords(lexicon, pronunciations), words, notes);
    for (int i = 0; i < words.size(); i++) {
      reading.read(i, cleaned(words.get(i).text()));
    }
    return new Speakable(words, Sentences.of(reading.tokens()), notes);
  }

  /** Puts spaces over what is no text, so that every other character keeps its place. */
  private static String blank(String text, Pattern what, List<Sentence> notes) {
    Matcher found = what.matcher(text);
    StringBuilder out = new StringBuilder(text);
    while (found.find()) {
      notes.add(Unspoken.markUp(found.group()));
      out.replace(found.start(), found.end(), " ".repeat(found.end() - found.start()));
    }
    return out.toString();
  }

  /** Without control characters, at most 40 characters. */
  static String shown(String text) {
    String clean = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]", "");
    return clean.codePointCount(0, clean.length()) <= 40
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, 39)) + "…";
  }

  /** One form for each character: no look-alikes, nothing invisible, straight apostrophes. */
  private static String cleaned(String word) {
    String split = FRACTIONS.matcher(entities(word)).replaceAll(EnglishText::spread);
    // Before the compatibility form, which makes a space and a combining accent of "´".
    String straight = split.replaceAll("[’‘ʼ‛`´′＇]", "'");
    return Normalizer.normalize(straight, Normalizer.Form.NFKC)
        .replaceAll("[“”„‟«»″]", "\"")
        .replace('⁄', '/')
        .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\uFE00-\uFE0F]", "");
  }

  private static final Pattern FRACTIONS = Pattern.compile("(\\d*)([¼½¾⅐-⅞])");

  /** "2½" → "2~1/2": the compatibility form would run them together. */
  private static String spread(MatchResult found) {
    String fraction = Normalizer.normalize(found.group(2), Normalizer.Form.NFKC).replace('⁄', '/');
    return found.group(1).isEmpty() ? fraction : found.group(1) + "~" + fraction;
  }

  private static String entities(String word) {
    if (word.indexOf('&') < 0) {
      return word;
    }
    return word.replaceAll("&(?:nbsp|#160|#xA0);", " ")
        .replaceAll("&(?:apos|#39|rsquo|lsquo);", "'")
        .replaceAll("&(?:quot|#34|ldquo|rdquo);", "\"")
        .replaceAll("&(?:mdash|ndash|#8211|#8212);", "—")
        .replace("&hellip;", "…")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
