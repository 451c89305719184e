package iyagi.service;

import iyagi.service.Narration.Other;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which recording belongs to which page. Where it is noted for which words one was read, the words
 * decide and not its name: it moves with its page. One whose words are on no page any more is held
 * at the page that is most like them. Letters count, not how they are punctuated.
 */
final class Pairing {
  /** Less than half of the words in common is another page. */
  private static final double ALIKE = 0.5;

  /**
   * A recording.
   *
   * @param named the page that its name means, if any
   * @param readFor the texts that it was read for; empty where nobody has noted it
   */
  record Tape(Path file, OptionalInt named, List<List<String>> readFor) {
    boolean fits(List<String> lines) {
      return !lines.isEmpty()
          && readFor.stream().anyMatch(each -> letters(each).equals(letters(lines)));
    }
  }

  private final Map<Integer, List<String>> lines;
  private final Map<Integer, Path> files = new TreeMap<>();
  private final Map<Integer, Other> others = new TreeMap<>();
  private List<Tape> left;

  private Pairing(Map<Integer, List<String>> lines, List<Tape> tapes) {
    this.lines = new TreeMap<>(lines);
    left = tapes;
  }

  /**
   * Pairs them.
   *
   * @param lines what is said on each page that has words
   */
  static Narration of(Map<Integer, List<String>> lines, List<Tape> tapes) {
    Pairing pairing = new Pairing(lines, tapes);
    pairing.byName();
    pairing.byWords();
    pairing.held(pairing::likest);
    pairing.held(Tape::named);
    List<Path> strays = pairing.left.stream().map(Tape::file).toList();
    return new Narration(pairing.files, pairing.others, strays);
  }

  /** A recording that nobody has noted words of fits the page that it is named after. */
  private void byName() {
    List<Tape> rest = new ArrayList<>();
    for (Tape tape : left) {
      int page = tape.named().orElse(-1);
      boolean fits = tape.readFor().isEmpty() || tape.fits(said(page));
      if (page < 0 || !fits || files.putIfAbsent(page, tape.file()) != null) {
        rest.add(tape);
      }
    }
    left = rest;
  }

  private List<String> said(int page) {
    return lines.getOrDefault(page, List.of());
  }

  private void byWords() {
    List<Tape> rest = new ArrayList<>();
    for (Tape tape : left) {
      OptionalInt page = free().filter(each -> tape.fits(said(each))).findFirst();
      page.ifPresentOrElse(there -> files.put(there, tape.file()), () -> rest.add(tape));
    }
    left = rest;
  }

  private IntStream free() {
    return lines.keySet().stream()
        .mapToInt(page -> page)
        .filter(page -> !files.containsKey(page) && !others.containsKey(page));
  }

  private void held(Function<Tape, OptionalInt> at) {
    List<Tape> rest = new ArrayList<>();
    for (Tape tape : left) {
      OptionalInt page = tape.readFor().isEmpty() ? OptionalInt.empty() : at.apply(tape);
      if (page.isPresent() && free().anyMatch(each -> each == page.getAsInt())) {
        others.put(page.getAsInt(), new Other(tape.file(), tape.readFor().getLast()));
      } else {
        rest.add(tape);
      }
    }
    left = rest;
  }

  private OptionalInt likest(Tape tape) {
    int best = -1;
    double most = ALIKE;
    for (int page : free().toArray()) {
      double alike = alike(said(page), tape.readFor().getLast());
      if (alike > most || (best < 0 && alike == most)) {
        best = page;
        most = alike;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  /** The share of words in common, 0 to 1 (Dice's coefficient). */
  private static double alike(List<String> one, List<String> other) {
    Set<String> words = words(one);
    Set<String> more = words(other);
    Set<String> common = new HashSet<>(words);
    common.retainAll(more);
    int all = words.size() + more.size();
    return all == 0 ? 0 : 2.0 * common.size() / all;
  }

  private static Set<String> words(List<String> lines) {
    return lines.stream()
        .flatMap(line -> Stream.of(line.split("\\s+")))
        .map(word -> letters(List.of(word)))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  /** What is heard of lines: their letters and digits; without any, what is written. */
  static String letters(List<String> lines) {
    String all = Normalizer.normalize(String.join(" ", lines), Normalizer.Form.NFKC);
    String heard = all.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "");
    return heard.isEmpty() ? all.strip() : heard;
  }
}
