package iyagi.story;

import static iyagi.story.Stories.steps;
import static org.junit.jupiter.api.Assertions.assertEquals;

import iyagi.story.Direction.Gesture;
import iyagi.story.Direction.Glow;
import iyagi.story.Direction.Sound;
import iyagi.story.Step.Act;
import iyagi.story.Step.Line;
import iyagi.story.Step.Mark;
import iyagi.story.Step.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paragraphs and the directions in them. */
final class LinesTest {
  private static final Mark WAVE_AT_START = new Mark(0, false, new Gesture("wave"));

  @Test
  void aParagraphIsSplitIntoSentencesAndOnlyItsLastEndsIt() {
    List<Step> steps = steps("One.\nTwo.\n\nThree.");
    assertEquals(List.of("One.", "Two.", "Three."), Stories.lines(steps));
    assertEquals(
        List.of(false, true, true), steps.stream().map(s -> ((Line) s).paragraphEnd()).toList());
  }

  @Test
  void aLineEndInTheFileIsASpaceAndAHardOneEndsALine() {
    assertEquals(List.of("A bear slept."), Stories.lines(steps("A bear\nslept.")));
    assertEquals(
        List.of("Round and round", "we go"), Stories.lines(steps("Round and round  \nwe go")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{look up}", "{look_up}", "{Look Up}", "{ LOOK_UP  }", "{look\nup}"})
  void spacesUnderscoresAndCapitalsAreAllTheSame(String direction) {
    assertEquals(
        List.of(new Mark(2, false, new Gesture("look_up"))),
        onlyLine("I " + direction + " see.").marks());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {wave} Hello there. | 0
          Hello {wave} there. | 6
          Hello{wave} there. | 5
          Hello there.{wave} | 12
          Hello there. {wave} | 12
          Hello    {wave}    there. | 6
          *Hel*lo {wave} th**ere**. | 6
          Hello &amp; {wave} there. | 8
          Hello {wave}. | 6
          """)
  void aGestureBelongsToTheCharacterItStandsBefore(String text, int offset) {
    assertEquals(List.of(new Mark(offset, false, new Gesture("wave"))), onlyLine(text).marks());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The moon, the moon! {wave on "moon"} | 14
          The moon {wave on "MOON"} and the moon. | 4
          {wave on "moon"} The moon, the moon! | 4
          The moonlight on the moon {wave on "moon"} shone. | 21
          A big yellow moon. {wave on "yellow moon"} | 6
          A big yellow moon. {wave on “yellow moon”} | 6
          달을 봐요. {wave on "달"} | 0
          """)
  void aPinnedGestureLandsOnTheNearestWordBeforeElseAfter(String text, int offset) {
    assertEquals(List.of(new Mark(offset, true, new Gesture("wave"))), onlyLine(text).marks());
  }

  @Test
  void aPinFindsItsWordInAnEarlierLineOfTheParagraph() {
    List<Step> steps = steps("See the moon. It is big. {point on \"moon\"}");
    assertEquals(List.of(new Mark(8, true, new Gesture("point"))), ((Line) steps.get(0)).marks());
    assertEquals(List.of(), ((Line) steps.get(1)).marks());
  }

  @Test
  void aPauseSplitsALineAndDirectionsKeepTheirSide() {
    List<Step> steps = steps("See {wave} {pause 1.5s} {nod} that.");
    assertEquals("See", ((Line) steps.get(0)).text());
    assertEquals(List.of(new Mark(3, false, new Gesture("wave"))), ((Line) steps.get(0)).marks());
    assertEquals(new Pause(Duration.ofMillis(1500)), steps.get(1));
    assertEquals("that.", ((Line) steps.get(2)).text());
    assertEquals(List.of(new Mark(0, false, new Gesture("nod"))), ((Line) steps.get(2)).marks());
  }

  @ParameterizedTest
  @CsvSource({
    "pause 1s, 1000",
    "pause 500ms, 500",
    "pause 2 seconds, 2000",
    "'pause 0,5s', 500",
    "pause, 500",
    "Pause 10 s, 10000"
  })
  void pausesAreWrittenInManyWays(String direction, long millis) {
    assertEquals(new Pause(Duration.ofMillis(millis)), steps("A {" + direction + "} b.").get(1));
  }

  @Test
  void aWaitedGestureStandsBetweenTwoLines() {
    List<Step> steps = steps("Clap {clap!} your hands.");
    assertEquals(List.of("Clap", "your hands."), Stories.lines(steps));
    assertEquals(new Act(new Gesture("clap")), steps.get(1));
  }

  @Test
  void punctuationAfterAWaitedGestureStaysWithItsWords() {
    List<Step> steps = steps("Hello {bow!}. Good day {bow!}!");
    assertEquals(List.of("Hello.", "Good day!"), Stories.lines(steps));
    assertEquals(4, steps.size());
  }

  @Test
  void aVoiceAndARateLastUntilTheParagraphEnds() {
    List<Step> steps = steps("I am {voice giant} big and {rate 80%} slow. So slow.\n\nI am me.");
    assertEquals(
        List.of("narrator 1.0", "giant 1.0", "giant 0.8", "giant 0.8", "narrator 1.0"),
        steps.stream().map(s -> ((Line) s).voice() + " " + ((Line) s).rate()).toList());
  }

  @Test
  void aPronunciationHoldsFromItsParagraphOn() {
    List<Step> steps =
        steps(
            "Nguni slept.\n\nNguni {say \"Nguni\" as \"n-goonie\"} woke. He ran.\n\nSee Nguni run.");
    assertEquals(
        List.of(Map.of(), Map.of("nguni", "n-goonie"), Map.of(), Map.of("nguni", "n-goonie")),
        steps.stream().map(s -> ((Line) s).pronunciations()).toList());
  }

  @Test
  void lampsAndSoundsRunAlong() {
    assertEquals(
        List.of(
            new Mark(0, false, new Glow("warm")),
            new Mark(0, false, new Sound("rain", true)),
            new Mark(6, false, new Sound("bell", false))),
        onlyLine("{glow warm} {sound rain softly} It is {sound bell} wet.").marks());
  }

  @Test
  void aDirectionAloneRunsAlongWithTheNextLine() {
    List<Step> steps = steps("{wave}\n\nHello.");
    assertEquals(List.of(WAVE_AT_START), ((Line) steps.getFirst()).marks());
    assertEquals(1, steps.size());
  }

  @Test
  void aDirectionWithNoLineAfterItIsWaitedFor() {
    assertEquals(new Act(new Gesture("bow")), steps("Goodbye.\n\n{bow}").getLast());
    Story story = Stories.story(Stories.TOP + "Hello.\n\n## Two\n{sleep}\n\n## Three\nBye.");
    assertEquals(List.of(new Act(new Gesture("sleep"))), story.pages().get(1).steps());
    assertEquals(List.of(), ((Line) story.pages().get(2).steps().getFirst()).marks());
  }

  @Test
  void escapedBracesAreSpoken() {
    assertEquals("Write {wave} here.", onlyLine("Write \\{wave\\} here.").text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mother said: come! | Mother said: come!
          12: that is late. | 12: that is late.
          *So* **soft** and [warm](http://a.b). | So soft and warm.
          A\u00ADB and C\u200Bat. | AB and Cat.
          Tab\there. | Tab here.
          Look ![a bear](b.png) there. | Look there.
          A <b>bold</b> bear. | A bold bear.
          Salt &amp; pepper &lt;3. | Salt & pepper <3.
          It is `code`. | It is code.
          """)
  void textIsSpokenWithoutItsFormatting(String text, String spoken) {
    assertEquals(spoken, onlyLine(text).text());
  }

  @Test
  void composesLettersThatAreStoredInParts() {
    assertEquals("é 곰.", onlyLine("e\u0301 \u1100\u1169\u11B7.").text());
  }

  @Test
  void namesTheLineOfTheFile() {
    List<Step> steps = steps("One.\nTwo\nthree.\n\nFour.");
    int first = Stories.TOP_LINES + 1;
    assertEquals(
        List.of(first, first + 1, first + 4),
        steps.stream().map(s -> ((Line) s).source()).toList());
  }

  private static Line onlyLine(String text) {
    List<Step> steps = steps(text);
    assertEquals(1, steps.size(), () -> steps.toString());
    return (Line) steps.getFirst();
  }
}
