package iyagi.speech.mary;

import iyagi.words.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One text on its way from written words to tokens. At each place of a word the first rule that
 * fits speaks what it matched. Used once, by one thread.
 */
final class Reading {
  /** Speaks what a rule matched. */
  private interface Rule {
    void speak(Reading reading, Matcher found);
  }

  private static final Map<Pattern, Rule> RULES = new LinkedHashMap<>();

  private static final String NUMBER = "\\d[\\d,]*(?:\\.\\d+)?";

  static {
    rule(
        "(?i)[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+",
        (r, m) -> r.replaced(Unspoken.mailAddress(m.group()), "an email address"));
    rule(
        "(?i)(?:https?://|www\\.)\\S*[\\w/]"
            + "|[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:com|org|net|edu|gov|kr|uk|de|io|info|jp|fr)(?:/\\S*)?(?![\\w])",
        (r, m) -> r.replaced(Unspoken.webAddress(m.group()), "a web address"));
    rule("([$£€¥₩])(\\d[\\d,]*)(?:\\.(\\d\\d))?(?![\\d])", Reading::money);
    rule(
        "(\\d{1,2}):([0-5]\\d)(?!\\d)",
        (r, m) -> r.say(EnglishNumbers.time(m.group(1), m.group(2))));
    rule("(\\d+)~(\\d+)/(\\d+)", Reading::mixed);
    rule(
        "(\\d{1,6})/(\\d{1,6})(?![\\d/])",
        (r, m) -> r.say(EnglishNumbers.fraction(m.group(1), m.group(2))));
    rule(
        "(?i)(\\d[\\d,]*)(?:st|nd|rd|th)(?!\\p{L})",
        (r, m) -> r.say(EnglishNumbers.ordinal(m.group(1))));
    rule("'?(\\d0|\\d{3}0)'?s(?!\\p{L})", (r, m) -> r.say(EnglishNumbers.decade(m.group(1))));
    rule("(" + NUMBER + ")[-–—](?=" + NUMBER + ")", Reading::range);
    rule("(" + NUMBER + ")(%|°C|°F|°|[a-zA-Z]+)(?![\\p{L}\\d])", Reading::measure);
    rule("\\d+(?:,\\d{3})*(?:\\.\\d+)?|\\d+", (r, m) -> r.number(m.group()));
    rule("(?<![\\p{L}\\d])[-−](?=\\d)", (r, _) -> r.say("minus"));
    rule("(?<=[\\p{L}\\d])[-'](?=[\\p{L}\\d])", (_, _) -> {}); // well-known: two words, no pause
    rule("#(?=\\d)", (r, _) -> r.say("number"));
    rule("(?i)and/or", (r, _) -> r.say("and or"));
    rule("(?:[A-Za-z]\\.){2,}[A-Za-z]?(?!\\p{L})", Reading::initials);
    rule("(\\p{IsLatin}{1,6})\\.(?!\\.)", (r, m) -> r.abbreviated(m));
    rule("(?:([A-Za-z]{1,2})-(?=\\1))+", (_, _) -> {}); // b-b-but
    rule(
        "'?[\\p{IsLatin}][\\p{IsLatin}\\p{M}]*(?:'[\\p{IsLatin}\\p{M}]+)*'?",
        (r, m) -> r.word(m.group()));
    rule("[.!?]*(?:\\.{2,}|…)[.!?]*", Reading::ellipsis);
    rule("[.!?]+", (r, m) -> r.end(m.group()));
    rule("[—–−―]+|--+|[-:;,()\\[\\]{}]", (r, _) -> r.mark(','));
    rule("&", (r, _) -> r.say("and"));
    rule("@", (r, _) -> r.say("at"));
    rule("\\+", (r, _) -> r.say("plus"));
    rule("=", (r, _) -> r.say("equals"));
    rule("%", (r, _) -> r.say("percent"));
    rule("<", (r, _) -> r.say("less than"));
    rule(">", (r, _) -> r.say("greater than"));
    rule("°", (r, _) -> r.say("degrees"));
    rule("[×✕]", (r, _) -> r.say("times"));
    rule("[$£€¥₩]", (r, m) -> r.say(EnglishWords.currency(m.group()) + "s"));
    rule("/", (r, m) -> r.slash(m));
    rule("[\"'*_~^|\\\\#]+", (_, _) -> {}); // quotes and decoration make no sound
    rule(
        "[\\p{L}&&[^\\p{IsLatin}]][\\p{L}\\p{M}&&[^\\p{IsLatin}]]*",
        (r, m) -> r.notes.add(Unspoken.foreign(m.group())));
    rule(".", (r, m) -> r.notes.add(Unspoken.soundless(m.group())));
  }

  private final EnglishWords vocabulary;
  private final List<Written> words;
  private final List<Sentence> notes;
  private final List<Token> tokens = new ArrayList<>();
  private int word;

  Reading(EnglishWords vocabulary, List<Written> words, List<Sentence> notes) {
    this.vocabulary = vocabulary;
    this.words = words;
    this.notes = notes;
  }

  private static void rule(String pattern, Rule rule) {
    RULES.put(Pattern.compile(pattern, Pattern.DOTALL), rule);
  }

  List<Token> tokens() {
    return tokens;
  }

  /** Reads one written word. */
  void read(int index, String text) {
    word = index;
    int at = 0;
    while (at < text.length()) {
      at = step(text, at);
    }
  }

  private int step(String text, int at) {
    for (Map.Entry<Pattern, Rule> entry : RULES.entrySet()) {
      Matcher found = entry.getKey().matcher(text).region(at, text.length());
      found.useTransparentBounds(true);
      if (found.lookingAt() && found.end() > at) {
        entry.getValue().speak(this, found);
        return found.end();
      }
    }
    return at + 1;
  }

  /** Several words in letters. */
  private void say(String text) {
    tokens.addAll(EnglishWords.plain(text, word));
  }

  private void word(String text) {
    tokens.addAll(vocabulary.spoken(text, word, previous()));
  }

  private String previous() {
    return word == 0 ? "" : words.get(word - 1).text();
  }

  private String next() {
    return word + 1 < words.size() ? words.get(word + 1).text() : "";
  }

  private void replaced(Sentence note, String by) {
    notes.add(note);
    say(by);
  }

  private void mark(char sign) {
    tokens.add(new Token.Mark(sign));
  }

  private void money(Matcher m) {
    String unit = EnglishWords.currency(m.group(1));
    String whole = m.group(2);
    say(EnglishNumbers.cardinal(whole) + " " + unit + (whole.equals("1") ? "" : "s"));
    if (m.group(3) != null && !m.group(3).equals("00")) {
      say(EnglishNumbers.cardinal(Long.parseLong(m.group(3))));
    }
  }

  private void mixed(Matcher m) {
    String fraction = EnglishNumbers.fraction(m.group(2), m.group(3));
    say(
        EnglishNumbers.cardinal(m.group(1))
            + " and "
            + fraction.replaceFirst("^one half", "a half"));
  }

  private void range(Matcher m) {
    number(m.group(1));
    say("to");
  }

  private void measure(Matcher m) {
    String number = m.group(1);
    if (number.matches("\\d+") && EnglishNumbers.yearlike(number)) {
      say(EnglishNumbers.cardinal(number));
    } else {
      say(EnglishNumbers.decimal(number));
    }
    String unit = EnglishWords.unit(m.group(2), number.equals("1"));
    if (unit.isEmpty()) {
      word(m.group(2));
    } else {
      say(unit);
    }
  }

  private void number(String text) {
    if (EnglishNumbers.yearlike(text)) {
      say(EnglishNumbers.year(text));
    } else {
      say(EnglishNumbers.decimal(text));
    }
  }

  private void initials(Matcher m) {
    String text = m.group();
    tokens.addAll(vocabulary.initials(text, word));
    if (text.endsWith(".") && next().isEmpty()) {
      mark('.');
    }
  }

  private void abbreviated(Matcher m) {
    String text = m.group(1);
    String full = EnglishWords.abbreviation(text, next());
    boolean initial = text.matches("\\p{Lu}") && !text.equals("I") && next().matches("\\p{Lu}.*");
    if (full.isEmpty()) {
      word(text);
      if (!initial) {
        end(".");
      }
    } else {
      say(full);
      if (next().isEmpty()) {
        mark('.');
      }
    }
  }

  private void ellipsis(Matcher m) {
    boolean ends = next().isEmpty() || next().matches("[\"'“‘(]*\\p{Lu}.*");
    String text = m.group();
    if (text.indexOf('?') >= 0 || text.indexOf('!') >= 0) {
      end(text);
    } else {
      mark(ends ? '.' : ',');
    }
  }

  private void end(String marks) {
    mark(marks.indexOf('?') >= 0 ? '?' : marks.indexOf('!') >= 0 ? '!' : '.');
  }

  private void slash(Matcher m) {
    if (m.start() > 0 && m.end() < m.regionEnd()) {
      say("or");
    }
  }
}
