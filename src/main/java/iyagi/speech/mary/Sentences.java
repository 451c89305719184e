package iyagi.speech.mary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts a row of tokens into sentences that MaryTTS can take. */
final class Sentences {
  /** MaryTTS needs a megabyte for each second of speech; longer sentences are cut. */
  static final int MOST_WORDS = 40;

  private static final Set<String> JOINING =
      Set.of(
          "and", "but", "or", "so", "then", "because", "when", "while", "that", "which", "who",
          "where", "until", "as", "if", "for", "with");
  private static final Set<String> ASKING =
      Set.of("who", "what", "where", "when", "why", "how", "which", "whose", "whom");
  private static final Set<String> OPENING =
      Set.of("and", "but", "so", "then", "oh", "well", "now", "hey", "or", "hmm", "mama", "papa");

  private Sentences() {}

  /** Sentences in order; marks without a word vanish. */
  static List<SpokenSentence> of(List<Token> tokens) {
    List<SpokenSentence> sentences = new ArrayList<>();
    List<Token> current = new ArrayList<>();
    for (Token token : tokens) {
      if (token instanceof Token.Mark mark && (current.isEmpty() || doubled(current, mark))) {
        continue;
      }
      current.add(token);
      if (token instanceof Token.Mark mark && mark.ends()) {
        close(current, mark.sign(), sentences);
      }
    }
    if (!current.isEmpty()) {
      close(current, '.', sentences);
    }
    return sentences;
  }

  /** A comma right behind a comma; a full stop replaces a comma before it. */
  private static boolean doubled(List<Token> current, Token.Mark mark) {
    if (!(current.getLast() instanceof Token.Mark)) {
      return false;
    }
    if (mark.ends()) {
      current.removeLast();
      return false;
    }
    return true;
  }

  private static void close(List<Token> current, char end, List<SpokenSentence> sentences) {
    if (current.getLast() instanceof Token.Mark) {
      current.removeLast();
    }
    List<Token> rest = new ArrayList<>(current);
    char melody = end == '?' && falls(rest) ? '.' : end;
    while (words(rest) > MOST_WORDS) {
      int cut = cut(rest);
      sentences.add(ended(rest.subList(0, cut), ','));
      rest = new ArrayList<>(rest.subList(cut, rest.size()));
      if (rest.getFirst() instanceof Token.Mark) {
        rest.removeFirst();
      }
    }
    List<Token> last = new ArrayList<>(rest);
    last.add(new Token.Mark(end));
    sentences.add(new SpokenSentence(last, melody));
    current.clear();
  }

  private static SpokenSentence ended(List<Token> tokens, char end) {
    List<Token> whole = new ArrayList<>(tokens);
    whole.add(new Token.Mark(end));
    return new SpokenSentence(whole, end);
  }

  private static long words(List<Token> tokens) {
    return tokens.stream().filter(Token.Spoken.class::isInstance).count();
  }

  /** At the last comma of the first forty words, else before the last joining word, else there. */
  private static int cut(List<Token> tokens) {
    int comma = 0;
    int joint = 0;
    int at = 0;
    for (int words = 0; words < MOST_WORDS; at++) {
      switch (tokens.get(at)) {
        case Token.Mark _ -> comma = at;
        case Token.Spoken(String text, _, _) -> {
          words++;
          if (words > 1 && JOINING.contains(text.toLowerCase(Locale.ROOT))) {
            joint = at;
          }
        }
      }
    }
    return comma > 0 ? comma : joint > 0 ? joint : at;
  }

  /** Questions with a question word go down at their end; those for yes or no rise. */
  private static boolean falls(List<Token> tokens) {
    for (Token token : tokens) {
      if (token instanceof Token.Spoken(String text, _, _)) {
        String word = text.toLowerCase(Locale.ROOT).replaceAll("'.*", "");
        if (ASKING.contains(word)) {
          return true;
        }
        if (!OPENING.contains(word)) {
          return false;
        }
      }
    }
    return false;
  }
}
