package iyagi.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A piece of text whose every character knows its place in the file. A line's end in the file is
 * {@link #SOFT}, one that the author insists on is {@link #HARD}.
 */
final class Passage {
  /** A line end that means no more than a space. */
  static final char SOFT = '\n';

  /** A line end that the author wants heard: a verse. */
  static final char HARD = '\u2028';

  private final String text;
  private final long[] places;

  private Passage(String text, long[] places) {
    this.text = text;
    this.places = places;
  }

  String text() {
    return text;
  }

  int length() {
    return text.length();
  }

  boolean isBlank() {
    return text.isBlank();
  }

  /** Where a character stands; the end is where the last one stands. */
  Place at(int index) {
    if (places.length == 0) {
      return Place.FILE;
    }
    long place = places[Math.clamp(index, 0, places.length - 1)];
    return new Place((int) (place >> 32), (int) place);
  }

  /** Where the first character that is not white stands. */
  Place start() {
    int i = 0;
    while (i < text.length() - 1 && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return at(i);
  }

  Passage from(int begin) {
    return part(begin, text.length());
  }

  Passage part(int begin, int end) {
    return new Passage(text.substring(begin, end), Arrays.copyOfRange(places, begin, end));
  }

  Passage plus(Passage other) {
    long[] both = Arrays.copyOf(places, places.length + other.places.length);
    System.arraycopy(other.places, 0, both, places.length, other.places.length);
    return new Passage(text + other.text, both);
  }

  /** The lines as they stand in the file, without their ends. */
  List<Passage> lines() {
    List<Passage> lines = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == SOFT || text.charAt(i) == HARD) {
        lines.add(part(begin, i));
        begin = i + 1;
      }
    }
    return lines;
  }

  /** Collects characters. */
  static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private long[] places = new long[64];

    Builder add(char c, int line, int column) {
      if (text.length() == places.length) {
        places = Arrays.copyOf(places, places.length * 2);
      }
      places[text.length()] = ((long) line << 32) | column;
      text.append(c);
      return this;
    }

    /** A character at the place of the one before it. */
    Builder add(char c) {
      long last = text.isEmpty() ? 0 : places[text.length() - 1];
      return add(c, (int) (last >> 32), (int) last);
    }

    Passage built() {
      return new Passage(text.toString(), Arrays.copyOf(places, text.length()));
    }
  }
}
