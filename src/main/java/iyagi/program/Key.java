package iyagi.program;

import iyagi.words.Sentence;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The keys of a programme's file, as they are named to people. */
final class Key {
  private static final Map<String, Sentence> NAMED =
      List.of(
              Sentence.of("announce-minutes"),
              Sentence.of("announcement-words"),
              Sentence.of("date"),
              Sentence.of("from"),
              Sentence.of("goodbye"),
              Sentence.of("goodbye-words"),
              Sentence.of("grace-minutes"),
              Sentence.of("hello"),
              Sentence.of("hello-words"),
              Sentence.of("hint"),
              Sentence.of("language"),
              Sentence.of("materials"),
              Sentence.of("minutes"),
              Sentence.of("name"),
              Sentence.of("question"),
              Sentence.of("say"),
              Sentence.of("song"),
              Sentence.of("start"),
              Sentence.of("story"),
              Sentence.of("stretch"),
              Sentence.of("title"),
              Sentence.of("to"),
              Sentence.of("until"),
              Sentence.of("wait-seconds"),
              Sentence.of("weekly"))
          .stream()
          .collect(Collectors.toMap(Sentence::text, Function.identity()));

  private Key() {}

  /** A key as a part of a sentence. */
  static Sentence named(String key) {
    return NAMED.getOrDefault(key, Sentence.plain(key));
  }
}
