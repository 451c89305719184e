package iyagi.speech.mary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.words.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EnglishTextTest {
  private static final Set<String> LISTED =
      Set.of(
          "so", "long", "soon", "son", "stop", "the", "café", "naive", "hello", "no", "bear", "i'm",
          "don't", "mouse", "house", "it", "was", "going", "a", "very", "and", "he", "she",
          "mary's");

  private static final Lexicon LEXICON =
      new Lexicon() {
        @Override
        public boolean knows(String word) {
          return LISTED.contains(word.toLowerCase(Locale.ROOT));
        }

        @Override
        public Optional<String> phones(String word) {
          return Optional.of("' " + String.join(" ", word.toLowerCase(Locale.ROOT).split("")));
        }
      };

  private static Speakable read(String text) {
    return new EnglishText(LEXICON).read(text, Map.of());
  }

  /** Words and marks as they go to MaryTTS. */
  private static String spoken(String text) {
    return read(text).sentences().stream()
        .flatMap(sentence -> sentence.tokens().stream())
        .map(
            token ->
                switch (token) {
                  case Token.Spoken(String word, _, _) -> word;
                  case Token.Mark(char sign) -> String.valueOf(sign);
                })
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A bear, a house. | A bear , a house .",
        "Hello.Goodbye. | Hello . Goodbye .",
        "“Hello!” he said—softly. | Hello ! he said , softly .",
        "the bear -- a very -- big one | the bear , a very , big one .",
        "He (who was hungry) ate 5 fish | He , who was hungry , ate five fish .",
        "well-known | well known .",
        "Wait… what? | Wait , what ?",
        "Wait... What?! | Wait . What ?",
        "I’m here, don't go | I'm here , don't go .",
        "don´t go | don't go .",
        "12 | twelve .",
        "1,272 and 1272 | one thousand two hundred and seventy two and twelve seventy two .",
        "in 1905, 1900, 2005 and 2024 | in nineteen oh five , nineteen hundred , two thousand and five and twenty twenty four .",
        "3.14 | three point one four .",
        "007 | zero zero seven .",
        "12345678901234567890 | one two three four five six seven eight nine zero one two three four five six seven eight nine zero .",
        "1st 2nd 3rd 21st 40th | first second third twenty first fortieth .",
        "the 1990s and 20s | the nineteen nineties and twenties .",
        "$12.50 £1 ₩1000 | twelve dollars fifty one pound one thousand wons .",
        "10:30, 9:05, 12:00 | ten thirty , nine oh five , twelve o'clock .",
        "20°C 50% 50 % 10kg 1 km 3.5 cm | twenty degrees Celsius fifty percent fifty percent ten kilograms one kilometer three point five centimeters .",
        "1/2 3/4 2½ ⅓ | one half three quarters two and a half one third .",
        "3-5 and 3–5 | three to five and three to five .",
        "-5 | minus five .",
        "#1 | number one .",
        "No. 5 | number five .",
        "No. Never. | No . Never .",
        "Mr. Fox and Dr. Owl on St. John St. | mister Fox and doctor Owl on saint John street .",
        "cats, dogs, etc. | cats , dogs , et cetera .",
        "e.g. this, i.e. that | for example this , that is that .",
        "ABC UK TV OK | a b c u k t v okay .",
        "U.S.A. | u s a .",
        "STOP the BEAR | stop the bear .",
        "soooo looooong, sooooon | so long , soon .",
        "Brrr! Shhhh! Zzz | brrr ! shhhh ! zzz .",
        "Chapter IV, Louis XIV | Chapter four , Louis the fourteenth .",
        "café naïve | café naive .",
        "cafe\u0301 | café .",
        "ﬁne ＦＵＬＬ 𝐛𝐨𝐥𝐝 | fine full bold .",
        "salt & pepper, 2+2=4 | salt and pepper , two plus two equals four .",
        "he/she and/or | he or she and or .",
        "<b>Bold</b> &amp; &lt;br&gt; | Bold and less than b r greater than .",
        "so\u200Bft hy\u00ADphen\u0007 | soft hyphen .",
        "*stars* _and_ ~tildes~ | stars and tildes .",
        "b-b-but he | but he .",
        "'tis the 'bear' 'n' mouse | 'tis the bear and mouse .",
        "5 p.m. today | five p m today .",
        "write to a@b.com or www.a.com or a.b.com! | write to an email address or a web address or a web address !",
        "x | x .",
      })
  void readsAloudAsAGrownUpWould(String written, String spoken) {
    assertEquals(spoken, spoken(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "곰 said hi | '곰' is not written in English letters; it is not spoken",
        "Good night 🌙 | '🌙' has no sound; it is not spoken",
        "look at www.a.com | 'www.a.com' is read as \"a web address\"",
        "<b>bold | the mark-up '<b>' is not spoken",
      })
  void tellsTheAuthorWhatIsNotSpoken(String written, String note) {
    assertEquals(List.of(note), read(written).unspoken().stream().map(Sentence::toString).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Did you see it? | ?",
        "Is it big? | ?",
        "Where is it? | .",
        "And who's there? | .",
        "Stop! | !",
        "It was late. | .",
      })
  void letsOnlyYesNoQuestionsRise(String written, char melody) {
    assertEquals(melody, read(written).sentences().getLast().end());
  }

  @Test
  void hasNothingToSayWithoutALetterOrDigit() {
    for (String text : List.of("", "  \n\t", "...", "?!", "“”", "🌙", "—", "\u0000")) {
      assertEquals(List.of(), read(text).sentences(), text);
    }
  }

  @Test
  void cutsAVeryLongSentenceAtAComma() {
    String text =
        "very ".repeat(30) + "big, and " + "very ".repeat(30) + "big and " + "very ".repeat(60);

    List<SpokenSentence> sentences = read(text).sentences();

    assertEquals(
        List.of(31L, 32L, 40L, 21L), sentences.stream().map(EnglishTextTest::words).toList());
    assertEquals(',', sentences.getFirst().end());
  }

  private static long words(SpokenSentence sentence) {
    return sentence.tokens().stream().filter(Token.Spoken.class::isInstance).count();
  }

  @Test
  void keepsThePlaceOfEveryWord() {
    String text = "  “Oh!”  <i>said</i> the\u00A0well-known bear… 12";

    List<String> words =
        read(text).words().stream().map(w -> text.substring(w.from(), w.to())).toList();

    assertEquals(List.of("Oh", "said", "the", "well-known", "bear", "12"), words);
  }

  @Test
  void takesThePronunciationOfThePhrase() {
    Speakable read =
        new EnglishText(LEXICON).read("The Gyeongju!", Map.of("gyeongju", "' k j V N"));

    assertEquals(
        new Token.Spoken("Gyeongju", 1, "' k j V N"), read.sentences().getFirst().tokens().get(1));
  }

  /** Everything that reaches MaryTTS is a word in Latin letters or a mark; nothing vanishes. */
  @Test
  void survivesWhateverIsThrownAtIt() {
    Random random = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      String text = RandomText.of(random);
      Speakable read = read(text);
      for (SpokenSentence sentence : read.sentences()) {
        assertTrue(words(sentence) >= 1 && words(sentence) <= Sentences.MOST_WORDS, text);
        for (Token token : sentence.tokens()) {
          if (token instanceof Token.Spoken(String word, int index, _)) {
            assertTrue(
                word.matches("[\\p{IsLatin}\\p{M}']+") && !word.matches("'+"), text + ": " + word);
            assertTrue(index >= 0 && index < read.words().size(), text);
          }
        }
      }
      boolean sayable = text.codePoints().anyMatch(c -> c >= 'b' && c <= 'y');
      boolean told = !read.sentences().isEmpty() || !read.unspoken().isEmpty();
      assertTrue(told || !sayable, text);
    }
  }
}
