package iyagi.speech.mary;

import iyagi.speech.SpeechFault;
import iyagi.words.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** An author's way to say a word, turned into phones. */
final class Respelling {
  private static final Set<String> SIGNS = Set.of("'", ",", "-");

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern HYPHEN = Pattern.compile("[-\\s]+");

  private final Lexicon lexicon;
  private final Set<String> symbols;

  Respelling(Lexicon lexicon, Set<String> symbols) {
    this.lexicon = lexicon;
    this.symbols = symbols;
  }

  /**
   * Phones for each word.
   *
   * @throws SpeechFault naming every word whose pronunciation cannot be used
   */
  Map<String, String> phones(Map<String, String> pronunciations) {
    Map<String, String> phones = new LinkedHashMap<>();
    List<Sentence> wrong = new ArrayList<>();
    pronunciations.forEach(
        (word, written) -> phones.put(word.toLowerCase(Locale.ROOT), one(word, written, wrong)));
    if (!wrong.isEmpty()) {
      wrong.sort(Comparator.comparing(Sentence::toString));
      throw new SpeechFault(Sentence.joined("\n", wrong));
    }
    return phones;
  }

  private String one(String word, String written, List<Sentence> wrong) {
    String text = written.strip();
    if (text.length() > 2 && text.startsWith("/") && text.endsWith("/")) {
      return checked(word, text.substring(1, text.length() - 1).strip(), wrong);
    }
    return respelled(word, text, wrong);
  }

  private String checked(String word, String phones, List<Sentence> wrong) {
    for (String phone : SPACE.splitAsStream(phones).toList()) {
      if (phone.equals("_") || !(symbols.contains(phone) || SIGNS.contains(phone))) {
        wrong.add(
            Sentence.of(
                "the pronunciation of '{0}': '{1}' is not a phone; write them with spaces between:"
                    + " {2}",
                word, phone, String.join(" ", new TreeSet<>(symbols))));
      }
    }
    return phones;
  }

  /** "yoo-nee-corn": syllables; the one in capitals carries the stress, else the first. */
  private String respelled(String word, String text, List<Sentence> wrong) {
    List<String> syllables = HYPHEN.splitAsStream(text).toList();
    int stressed = 0;
    for (int i = syllables.size() - 1; i >= 0; i--) {
      String syllable = syllables.get(i);
      boolean capitals = syllable.equals(syllable.toUpperCase(Locale.ROOT));
      stressed = capitals && !syllable.isEmpty() ? i : stressed;
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < syllables.size(); i++) {
      String phones = syllable(syllables.get(i));
      if (phones.isEmpty()) {
        wrong.add(
            Sentence.of(
                "the pronunciation of '{0}': '{1}' cannot be read; write syllables in letters with"
                    + " hyphens (\"yoo-nee-corn\") or phones between slashes (\"/' j u - n I/\")",
                word, EnglishText.shown(syllables.get(i))));
      }
      parts.add((i == stressed ? "' " : "") + phones);
    }
    return String.join(" - ", parts);
  }

  private String syllable(String letters) {
    if (!letters.matches("[A-Za-z]{1,15}")) {
      return "";
    }
    return lexicon.phones(letters.toLowerCase(Locale.ROOT)).orElse("").replaceAll("[',]\\s*", "");
  }
}
