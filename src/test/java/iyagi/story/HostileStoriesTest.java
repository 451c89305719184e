package iyagi.story;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file contains, reading it ends soon and never throws. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class HostileStoriesTest {
  private static final String STORY =
      """
      ---
      title: The Bear
      language: en
      ages: 2-4
      license: CC BY 4.0
      cast:
        Bear: {voice: bear, rate: 95%}
      ---
      # The Bear

      ## One
      A *bear* could not sleep. {pause 0.5s} {look up} He looked. \\{no\\}

      Bear (whispering): Who took the moon? {wave on "moon"} {clap!} {say "moon" as "moooon"}

      - one
      - two &amp; three

      > Ask: Can you see it?
      > Wait: 4s
      > Say: There! {sound wind softly}
      > Grown-ups: ask.

      ## Two
      {glow yellow}

      > Choose: left → one | right → two, after 8s → one

      * License: [CC-BY]
      * Language: en
      """;

  private static final List<String> SCRAPS =
      List.of(
          "{",
          "}",
          "{{",
          "\\{",
          "\n",
          "\n\n",
          "\r\n",
          "---\n",
          "#",
          "## ",
          "> ",
          ">>>",
          "- ",
          "[",
          "](",
          "](x)",
          "![",
          "<b>",
          "<!--",
          "&",
          "&amp;",
          "&#x110000;",
          "`",
          "```\n",
          "*",
          "**",
          "_",
          "\"",
          "“",
          ":",
          "：",
          "|",
          "→",
          "{on \"",
          "{say \"",
          "!}",
          "{pause 9s}",
          "\uD83D",
          "\uDC3B",
          "🐻",
          "\u0000",
          "\uFEFF",
          "\u2028",
          "\uFDD1",
          "\u0301",
          "곰",
          "\u1100",
          "é",
          "\t",
          "    ",
          "&x",
          "*x",
          "1.",
          "…",
          "> Choose: ",
          "> Ask: ",
          "Bear: ",
          "Bear (",
          "License: ",
          "...",
          "\u200B",
          "\u061F",
          "%");

  @Test
  void eightHundredMutatedStoriesAreReadOrRejected() {
    int read = 0;
    int rejected = 0;
    for (int seed = 0; seed < 800; seed++) {
      String text = mutated(seed);
      switch (result(text)) {
        case ReadResult.Read(Story story, _) -> {
          check(story, seed);
          read++;
        }
        case ReadResult.Rejected(List<Problem> problems) -> {
          assertTrue(
              problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR),
              "seed " + seed);
          rejected++;
        }
      }
    }
    assertTrue(read > 50 && rejected > 50, read + " read, " + rejected + " rejected");
  }

  private static String mutated(int seed) {
    var random = new Random(seed);
    var text = new StringBuilder(STORY);
    int changes = 1 + random.nextInt(seed % 2 == 0 ? 3 : 40);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + 1 + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, SCRAPS.get(random.nextInt(SCRAPS.size())));
        case 2 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
        default -> text.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 65536));
      }
    }
    return text.toString();
  }

  /** What every story promises, however strange its file was. */
  private static void check(Story story, int seed) {
    assertFalse(story.title().isBlank(), "seed " + seed);
    int number = 1;
    for (Page page : story.pages()) {
      assertTrue(page.number() == number++, "seed " + seed);
      for (Step step : page.steps()) {
        if (step instanceof Step.Line line) {
          check(line, seed);
        }
        if (step instanceof Step.Choice choice) {
          assertTrue(choice.left() <= story.pages().size(), "seed " + seed);
          assertTrue(choice.right() <= story.pages().size(), "seed " + seed);
        }
      }
    }
  }

  private static void check(Step.Line line, int seed) {
    assertFalse(line.text().isBlank(), "seed " + seed);
    int before = 0;
    for (Step.Mark mark : line.marks()) {
      assertTrue(mark.offset() >= before && mark.offset() <= line.text().length(), "seed " + seed);
      before = mark.offset();
    }
  }

  /** Each is repeated until it fills a file. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        ">",
        "> ",
        "[",
        "![",
        "](",
        "*",
        "**a ",
        "_a ",
        "`",
        "{",
        "}",
        "{}",
        "{nod}",
        "{nodd}\n\n",
        "- ",
        "-\n",
        "1. ",
        "<",
        "<!--",
        "&",
        "&amp;",
        "\\",
        "\\{",
        "#",
        "# ",
        "## x\n",
        "\n",
        "|",
        "|a\n",
        ":",
        "a:",
        "Bear: ",
        "\"",
        "{say \"a\" as \"b\"} a\n\n",
        "{wave on \"a\"} ",
        "a{pause 1s}",
        "! ",
        "...",
        ". ",
        "\u0301",
        "🐻",
        "곰",
        "\t",
        "    a\n",
        "[a]: b\n",
        "> Ask: a\n",
        "> Choose: left\n\n",
        "a\n---\n",
        "* a\n",
        "*_",
        "[[](",
        "{pause",
        "<a ",
        "a**b",
        "ﷺ",
        "\u0915\u094D"
      })
  void repeatedForeverTheyAreReadOrRejected(String piece) {
    result(piece.repeat(500_000 / piece.length()));
    result(STORY + piece.repeat(19_000 / piece.length()));
    result(STORY + piece.repeat(60_000 / piece.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{a: ",
        "[",
        "- ",
        "&a [*a",
        "a: &a [x]\nb: *a\n",
        "? ",
        "{",
        "!!",
        "a: |\n ",
        "'"
      })
  void frontMatterOfEverySortIsReadOrRejected(String piece) {
    result("---\n" + piece.repeat(19_000 / piece.length()) + "\n---\n# T\n\n## One\nHi.\n");
    result("---\n" + piece.repeat(1_000_000 / piece.length()) + "\n---\n# T\n\n## One\nHi.\n");
  }

  @Test
  void deepNestingIsReadOrRejected() {
    result("# T\n\n## One\n" + ">".repeat(10_000) + " Hi.\n");
    result("# T\n\n## One\n" + "- ".repeat(9_000) + " Hi.\n");
    result("# T\n\n## One\n" + "[".repeat(9_000) + "a" + "]".repeat(9_000) + "\n");
    result("# T\n\n## One\n" + "*a **b ".repeat(1_200) + "c** d*".repeat(1_200) + "\n");
    result("# T\n\n## One\n" + "[a](".repeat(4_000) + "\n");
    String deep =
        String.join(
            "", IntStream.range(0, 600).mapToObj(i -> " ".repeat(2 * i) + "- a\n").toList());
    result("# T\n\n## One\n" + deep);
  }

  private static ReadResult result(String text) {
    return new StoryReader(Stories.ROBOT).read("x", "x.md", Optional.of(Locale.ENGLISH), text);
  }
}
