package iyagi.speech.mary;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How single written words are said: letters, lengthened words, noises, endings, capitals. */
final class EnglishWords {
  private static final Map<String, String> ABBREVIATIONS =
      Map.ofEntries(
          Map.entry("mr", "mister"),
          Map.entry("mrs", "missus"),
          Map.entry("ms", "miz"),
          Map.entry("dr", "doctor"),
          Map.entry("prof", "professor"),
          Map.entry("jr", "junior"),
          Map.entry("sr", "senior"),
          Map.entry("vs", "versus"),
          Map.entry("etc", "et cetera"),
          Map.entry("capt", "captain"),
          Map.entry("mt", "mount"),
          Map.entry("ave", "avenue"),
          Map.entry("rd", "road"),
          Map.entry("approx", "approximately"),
          Map.entry("dept", "department"));

  /** Those that stand without a full stop too. */
  private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "dr");

  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("%", "percent"),
          Map.entry("°", "degree"),
          Map.entry("°C", "degree Celsius"),
          Map.entry("°F", "degree Fahrenheit"),
          Map.entry("kg", "kilogram"),
          Map.entry("g", "gram"),
          Map.entry("km", "kilometer"),
          Map.entry("m", "meter"),
          Map.entry("cm", "centimeter"),
          Map.entry("mm", "millimeter"),
          Map.entry("l", "liter"),
          Map.entry("L", "liter"),
          Map.entry("ml", "milliliter"),
          Map.entry("ft", "foot"),
          Map.entry("lb", "pound"),
          Map.entry("lbs", "pound"),
          Map.entry("oz", "ounce"),
          Map.entry("mph", "mile per hour"),
          Map.entry("min", "minute"),
          Map.entry("sec", "second"),
          Map.entry("hr", "hour"),
          Map.entry("hrs", "hour"),
          Map.entry("am", "a m"),
          Map.entry("pm", "p m"));

  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("a", "' EI"),
          Map.entry("b", "' b i"),
          Map.entry("c", "' s i"),
          Map.entry("d", "' d i"),
          Map.entry("e", "' i"),
          Map.entry("f", "' E f"),
          Map.entry("g", "' dZ i"),
          Map.entry("h", "' EI tS"),
          Map.entry("i", "' AI"),
          Map.entry("j", "' dZ EI"),
          Map.entry("k", "' k EI"),
          Map.entry("l", "' E l"),
          Map.entry("m", "' E m"),
          Map.entry("n", "' E n"),
          Map.entry("o", "' @U"),
          Map.entry("p", "' p i"),
          Map.entry("q", "' k j u"),
          Map.entry("r", "' A r"),
          Map.entry("s", "' E s"),
          Map.entry("t", "' t i"),
          Map.entry("u", "' j u"),
          Map.entry("v", "' v i"),
          Map.entry("w", "' d V - b @ l - j u"),
          Map.entry("x", "' E k s"),
          Map.entry("y", "' w AI"),
          Map.entry("z", "' z i"));

  private static final Set<String> ACRONYMS =
      Set.of(
          "ABC", "ABCs", "UK", "USA", "US", "EU", "UN", "TV", "DVD", "CD", "UFO", "FBI", "AI", "ID",
          "IQ", "OK", "PC", "DIY", "BBC", "SOS", "DNA", "AM", "PM", "UFOs", "TVs", "XYZ", "VIP");

  private static final Set<String> LEADING = Set.of("'tis", "'twas", "'em", "'cause", "'til");
  private static final Set<String> COUNTED =
      Set.of("chapter", "part", "book", "volume", "page", "act", "scene", "number", "step");

  /** Words with two letters that lose their meaning with one. */
  private static final Set<String> DOUBLED =
      Set.of(
          "soon", "good", "food", "moon", "zoo", "too", "boo", "look", "book", "cool", "room",
          "see", "bee", "tree", "free", "three", "sleep", "sheep", "deep", "sweet", "feet", "green",
          "need", "meet", "been", "week", "all", "ball", "tall", "small", "call", "fall", "well",
          "tell", "hello", "will", "still", "full", "yell", "sorry", "happy", "funny", "silly",
          "yippee", "off", "hoot", "toot", "choo", "woof", "whoosh", "hooray");

  private static final Pattern LENGTHENED = Pattern.compile("(\\p{L})\\1{2,}");
  private static final Pattern SPACE = Pattern.compile(" ");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final Lexicon lexicon;
  private final Map<String, String> pronunciations;

  EnglishWords(Lexicon lexicon, Map<String, String> pronunciations) {
    this.lexicon = lexicon;
    this.pronunciations = pronunciations;
  }

  static String currency(String sign) {
    return switch (sign) {
      case "$" -> "dollar";
      case "£" -> "pound";
      case "€" -> "euro";
      case "¥" -> "yen";
      default -> "won";
    };
  }

  /** A unit behind a number; "" where the letters are none. */
  static String unit(String letters, boolean one) {
    String unit = UNITS.getOrDefault(letters, "");
    if (one
        || unit.isEmpty()
        || letters.equals("%")
        || letters.endsWith("am")
        || letters.equals("pm")) {
      return unit;
    }
    return unit.equals("foot") ? "feet" : unit.replaceFirst("^(\\S+?)( .*)?$", "$1s$2");
  }

  /** What an abbreviation with a full stop stands for; "" where it is none. */
  static String abbreviation(String letters, String next) {
    String lower = letters.toLowerCase(Locale.ROOT);
    boolean name = !next.isEmpty() && Character.isUpperCase(next.codePointAt(0));
    return switch (lower) {
      case "st" -> name ? "saint" : "street";
      case "no" -> next.matches("\\d.*") ? "number" : "";
      default ->
          letters.equals(lower) || name || lower.length() > 3 || TITLES.contains(lower)
              ? ABBREVIATIONS.getOrDefault(lower, "")
              : "";
    };
  }

  /** "U.S.A.", "a.m.", "e.g." */
  List<Token> initials(String text, int word) {
    String letters = text.replace(".", "");
    return switch (letters.toLowerCase(Locale.ROOT)) {
      case "eg" -> plain("for example", word);
      case "ie" -> plain("that is", word);
      default -> spelled(letters, word);
    };
  }

  static List<Token> plain(String words, int word) {
    List<Token> tokens = new ArrayList<>();
    SPACE.splitAsStream(words).forEach(one -> tokens.add(new Token.Spoken(one, word, "")));
    return tokens;
  }

  private static List<Token> spelled(String letters, int word) {
    List<Token> tokens = new ArrayList<>();
    for (char c : letters.toLowerCase(Locale.ROOT).toCharArray()) {
      String phones = LETTERS.get(String.valueOf(c));
      if (phones != null) {
        tokens.add(new Token.Spoken(String.valueOf(c), word, phones));
      }
    }
    return tokens;
  }

  /**
   * A word in Latin letters, with the apostrophes in and around it.
   *
   * @param previous the written word before it, or ""
   */
  List<Token> spoken(String text, int word, String previous) {
    String bare = bare(text);
    if (bare.isEmpty()) {
      return List.of();
    }
    String lower = bare.toLowerCase(Locale.ROOT);
    if (text.equals("'n'") || text.equals("'n")) {
      return plain("and", word);
    }
    if (pronunciations.containsKey(lower)) {
      return List.of(new Token.Spoken(bare, word, pronunciations.get(lower)));
    }
    if (previous.matches(".*\\d") && !unit(bare, false).isEmpty()) {
      return plain(unit(bare, previous.equals("1")), word);
    }
    Optional<String> noise = Noises.phones(lower);
    if (noise.isPresent()) {
      return List.of(new Token.Spoken(lower, word, noise.get()));
    }
    if (TITLES.contains(lower) && Character.isUpperCase(bare.charAt(0))) {
      return plain(ABBREVIATIONS.get(lower), word);
    }
    return capitals(bare, word, previous);
  }

  private static String bare(String text) {
    if (LEADING.contains(text.toLowerCase(Locale.ROOT))) {
      return text;
    }
    return text.replaceAll("^'+|'+$", "");
  }

  private List<Token> capitals(String bare, int word, String previous) {
    boolean capitals = bare.length() > 1 && bare.equals(bare.toUpperCase(Locale.ROOT));
    if (ACRONYMS.contains(bare) || (capitals && vowelless(bare) && !bare.contains("'"))) {
      return acronym(bare, word);
    }
    int roman = capitals ? EnglishNumbers.roman(bare) : 0;
    if (roman > 0 && !previous.isEmpty()) {
      String before = previous.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
      if (COUNTED.contains(before)) {
        return plain(EnglishNumbers.cardinal(roman), word);
      }
      if (Character.isUpperCase(previous.charAt(0))
          && !previous.equals(previous.toUpperCase(Locale.ROOT))) {
        return plain("the " + EnglishNumbers.ordinal(Integer.toString(roman)), word);
      }
    }
    return one(capitals ? bare.toLowerCase(Locale.ROOT) : bare, word);
  }

  private static List<Token> acronym(String letters, int word) {
    if (letters.equals("OK")) {
      return plain("okay", word);
    }
    boolean many = letters.endsWith("s");
    List<Token> tokens = spelled(many ? letters.substring(0, letters.length() - 1) : letters, word);
    if (many && tokens.removeLast() instanceof Token.Spoken(String text, _, String phones)) {
      tokens.add(new Token.Spoken(text, word, phones + " z"));
    }
    return tokens;
  }

  private static boolean vowelless(String word) {
    return !word.matches("(?i).*[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüý].*");
  }

  private List<Token> one(String bare, int word) {
    String lower = bare.toLowerCase(Locale.ROOT);
    if (lower.length() == 1) {
      return single(bare, word);
    }
    String known = known(shortened(bare));
    if (lexicon.knows(known)) {
      return List.of(new Token.Spoken(known, word, ""));
    }
    if (vowelless(known) && known.length() <= 6 && known.matches("\\p{L}+")) {
      return spelled(known, word);
    }
    return List.of(new Token.Spoken(known, word, ending(known)));
  }

  private static List<Token> single(String letter, int word) {
    return switch (letter) {
      case "a", "A", "I", "i" -> List.of(new Token.Spoken(letter, word, ""));
      case "O", "o" -> plain("oh", word);
      default -> spelled(letter, word);
    };
  }

  /** "soooon" → "soon", "soooo" → "so": one letter if that is a word, but for common words. */
  private String shortened(String text) {
    if (!LENGTHENED.matcher(text).find()) {
      return text;
    }
    String two = LENGTHENED.matcher(text).replaceAll("$1$1");
    String one = LENGTHENED.matcher(text).replaceAll("$1");
    boolean doubled = DOUBLED.contains(two.toLowerCase(Locale.ROOT)) || !lexicon.knows(one);
    return doubled && lexicon.knows(two) ? two : one;
  }

  /** The word, or its plain letters where only these are listed or it is listed in neither form. */
  private String known(String text) {
    if (lexicon.knows(text)) {
      return text;
    }
    if (text.endsWith("in'")
        || (text.endsWith("in") && lexicon.knows(text + "g") && text.length() > 3)) {
      return text.replaceAll("'$", "") + "g";
    }
    String letters =
        text.replace("ß", "ss").replace("æ", "ae").replace("œ", "oe").replace("ø", "o");
    return MARKS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD)).replaceAll("");
  }

  /** Phones for an unlisted word with an apostrophe ending: "the mouse's", "mother'll"; else "". */
  private String ending(String text) {
    int cut = text.lastIndexOf('\'');
    if (cut <= 0) {
      return "";
    }
    Optional<String> stem = lexicon.phones(text.substring(0, cut).replace("'", ""));
    return stem.map(phones -> phones + ending(phones, text.substring(cut + 1))).orElse("");
  }

  private static String ending(String stem, String ending) {
    return switch (ending.toLowerCase(Locale.ROOT)) {
      case "s" ->
          stem.matches(".*(s|z|S|Z)$") ? " - @ z" : stem.matches(".*[ptkfT]$") ? " s" : " z";
      case "ll" -> " - @ l";
      case "d" -> stem.matches(".*[td]$") ? " - @ d" : " d";
      case "ve" -> " - @ v";
      case "re" -> " - r=";
      default -> "";
    };
  }
}
