package iyagi.story;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations and percentages as people write them. */
final class Quantities {
  private static final Pattern SECONDS =
      Pattern.compile("(\\d{1,5}(?:[.,]\\d{1,3})?) ?(ms|milliseconds?|s|sec|secs|seconds?|초)");
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,4}) ?(?:%|percent)");
  private static final Pattern FACTOR = Pattern.compile("(\\d[.,]\\d{1,3})");

  private Quantities() {}

  /** "0.5s", "500 ms", "2 seconds"; empty where it is none of these. */
  static Optional<Duration> duration(String text) {
    Matcher matcher = SECONDS.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    double number = number(matcher.group(1));
    double millis = matcher.group(2).startsWith("m") ? number : number * 1000;
    return Optional.of(Duration.ofMillis(Math.round(millis)));
  }

  /** "95%" or "0.95" as 0.95; empty where it is neither. */
  static Optional<Double> rate(String text) {
    Matcher percent = PERCENT.matcher(text.strip());
    if (percent.matches()) {
      return Optional.of(number(percent.group(1)) / 100);
    }
    Matcher factor = FACTOR.matcher(text.strip());
    return factor.matches() ? Optional.of(number(factor.group(1))) : Optional.empty();
  }

  private static double number(String digits) {
    return Double.parseDouble(digits.replace(',', '.'));
  }

  /** "1.5 s", as messages write it. */
  static String seconds(Duration length) {
    double seconds = length.toMillis() / 1000.0;
    return seconds == Math.rint(seconds)
        ? (long) seconds + " s"
        : String.format(Locale.ROOT, "%.3f", seconds).replaceAll("0+$", "") + " s";
  }
}
