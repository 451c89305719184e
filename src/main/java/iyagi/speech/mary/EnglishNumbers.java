package iyagi.speech.mary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Numbers as an English speaker reads them aloud: words separated by spaces. */
final class EnglishNumbers {
  private static final String[] SMALL = {
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen"
  };
  private static final String[] TENS = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };
  private static final String[] POWERS = {"", "thousand", "million", "billion", "trillion"};
  private static final Map<String, String> ORDINALS =
      Map.of(
          "one", "first", "two", "second", "three", "third", "five", "fifth", "eight", "eighth",
          "nine", "ninth", "twelve", "twelfth");

  /** More digits than this are read one by one. */
  private static final int MOST_DIGITS = 15;

  private EnglishNumbers() {}

  /**
   * "1,272" → "one thousand two hundred and seventy two"; "007" and very long ones digit by digit.
   */
  static String cardinal(String digits) {
    String plain = digits.replace(",", "");
    if (plain.length() > MOST_DIGITS || (plain.length() > 1 && plain.startsWith("0"))) {
      return digits(plain);
    }
    return cardinal(Long.parseLong(plain));
  }

  static String cardinal(long n) {
    if (n == 0) {
      return SMALL[0];
    }
    List<String> parts = new ArrayList<>();
    long rest = n;
    for (int power = 0; rest > 0; power++, rest /= 1000) {
      int group = (int) (rest % 1000);
      if (group > 0) {
        boolean and = power == 0 && group < 100 && n > 1000;
        parts.addFirst(((and ? "and " : "") + hundreds(group) + " " + POWERS[power]).strip());
      }
    }
    return String.join(" ", parts);
  }

  private static String hundreds(int n) {
    if (n < 100) {
      return tens(n);
    }
    String head = SMALL[n / 100] + " hundred";
    return n % 100 == 0 ? head : head + " and " + tens(n % 100);
  }

  private static String tens(int n) {
    if (n < 20) {
      return SMALL[n];
    }
    return n % 10 == 0 ? TENS[n / 10] : TENS[n / 10] + " " + SMALL[n % 10];
  }

  /** "007" → "zero zero seven". */
  static String digits(String digits) {
    List<String> words = new ArrayList<>();
    digits.chars().forEach(c -> words.add(SMALL[Character.digit(c, 10)]));
    return String.join(" ", words);
  }

  /** "3" → "third", "21" → "twenty first". */
  static String ordinal(String digits) {
    String cardinal = cardinal(digits);
    int cut = cardinal.lastIndexOf(' ') + 1;
    String last = cardinal.substring(cut);
    String ending =
        last.endsWith("y")
            ? last.substring(0, last.length() - 1) + "ieth"
            : ORDINALS.getOrDefault(last, last + "th");
    return cardinal.substring(0, cut) + ending;
  }

  /** "3.14" → "three point one four". */
  static String decimal(String digits) {
    int point = digits.indexOf('.');
    return point < 0
        ? cardinal(digits)
        : cardinal(digits.substring(0, point)) + " point " + digits(digits.substring(point + 1));
  }

  /** Whether four digits without a comma are more likely a year: 1100 to 2099. */
  static boolean yearlike(String digits) {
    return digits.matches("1[1-9]\\d\\d|20\\d\\d");
  }

  /**
   * "1905" → "nineteen oh five", "2005" → "two thousand and five", "2024" → "twenty twenty four".
   */
  static String year(String digits) {
    int century = Integer.parseInt(digits.substring(0, 2));
    int rest = Integer.parseInt(digits.substring(2));
    if (century == 20 && rest < 10) {
      return cardinal(2000 + rest);
    }
    if (rest == 0) {
      return tens(century) + " hundred";
    }
    return tens(century) + (rest < 10 ? " oh " : " ") + tens(rest);
  }

  /** "1990s" → "nineteen nineties", "20s" → "twenties". */
  static String decade(String digits) {
    String year = digits.length() == 4 ? year(digits) : cardinal(digits);
    return year.endsWith("y") ? year.substring(0, year.length() - 1) + "ies" : year + "s";
  }

  /** "XIV" → 14; 0 when it is not a Roman number below 40. */
  static int roman(String letters) {
    if (!letters.matches("X{0,3}(IX|IV|V?I{0,3})")) {
      return 0;
    }
    int sum = 0;
    for (int i = 0; i < letters.length(); i++) {
      int value = "IVX".indexOf(letters.charAt(i));
      int next = i + 1 < letters.length() ? "IVX".indexOf(letters.charAt(i + 1)) : -1;
      int worth = new int[] {1, 5, 10}[value];
      sum += next > value ? -worth : worth;
    }
    return sum;
  }

  /** "1/2" → "one half", "3/4" → "three quarters", "7/32" → "seven over thirty two". */
  static String fraction(String top, String bottom) {
    boolean one = top.equals("1");
    return switch (bottom) {
      case "2" -> cardinal(top) + (one ? " half" : " halves");
      case "4" -> cardinal(top) + (one ? " quarter" : " quarters");
      case "3", "5", "6", "7", "8", "9", "10" ->
          cardinal(top) + " " + ordinal(bottom) + (one ? "" : "s");
      default -> cardinal(top) + " over " + cardinal(bottom);
    };
  }

  /** "10:30" → "ten thirty", "9:05" → "nine oh five", "12:00" → "twelve o'clock". */
  static String time(String hour, String minute) {
    int minutes = Integer.parseInt(minute);
    String hours = cardinal(Long.parseLong(hour));
    if (minutes == 0) {
      return hours + " o'clock";
    }
    return hours + (minutes < 10 ? " oh " : " ") + cardinal(minutes);
  }
}
