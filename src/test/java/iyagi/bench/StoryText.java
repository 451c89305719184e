package iyagi.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A story without end, the same every time: sentences as they stand in picture books. */
final class StoryText {
  private static final String[] WHO = {
    "the little bear", "a small grey mouse", "the old owl", "her grandmother", "the sleepy fox",
    "a friendly frog", "the baby elephant", "his big brother", "the moon", "every duck on the pond"
  };
  private static final String[] DID = {
    "looked up at the stars", "climbed over the garden wall", "found a red balloon",
    "shared a piece of warm bread", "ran down to the river", "sang a quiet song",
    "hid behind the tallest tree", "opened the tiny wooden door", "jumped into the deep snow",
    "waited for the morning train"
  };
  private static final String[] WHEN = {
    "one cold winter night", "early in the morning", "after a long warm bath",
    "when the rain had stopped", "just before bedtime", "while everybody else was fast asleep",
    "on the last day of summer", "as soon as the sun came up"
  };
  private static final String[] THEN = {
    "and nobody knew why", "because it was time to go home", "but the wind blew it away",
    "so they all began to laugh", "and then it started to snow", "until the clock struck seven"
  };

  private StoryText() {}

  /** That many sentences. */
  static List<String> sentences(int count) {
    Random random = new Random(20);
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sentences.add(sentence(random, i % 5));
    }
    return sentences;
  }

  private static String sentence(Random random, int shape) {
    String who = pick(WHO, random);
    String did = pick(DID, random);
    String when = pick(WHEN, random);
    String then = pick(THEN, random);
    String text =
        switch (shape) {
          case 0 -> when + ", " + who + " " + did + ", " + then + ".";
          case 1 -> who + " " + did + ".";
          case 2 -> who + " " + did + " " + when + ", " + then + ".";
          case 3 ->
              "\"Did you see that?\" asked "
                  + who
                  + ", and then "
                  + pick(WHO, random)
                  + " "
                  + did
                  + ".";
          default -> who + " and " + pick(WHO, random) + " " + did + " " + when + ".";
        };
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String pick(String[] from, Random random) {
    return from[random.nextInt(from.length)];
  }
}
