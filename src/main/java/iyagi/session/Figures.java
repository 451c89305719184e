package iyagi.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What sessions come to, for the library's yearly return. A reading that was cut off and gone on
 * with counts once, with the minutes of both parts, and so does a programme of several stories; in
 * the figures of each story, that story's part counts. A free start of a few seconds is a trial and
 * counts apart.
 *
 * @param sessions readings
 * @param completed of those, how many were read to the end; a programme, if its last story was
 * @param minutes read, rounded
 * @param children as counted by librarians
 * @param grownUps as counted by librarians
 * @param counted sessions of which the attendance was typed
 * @param trials starts that were no readings
 * @param estimated sessions whose date is a guess
 */
public record Figures(
    int sessions,
    int completed,
    long minutes,
    int children,
    int grownUps,
    int counted,
    int trials,
    int estimated) {

  /** By what sessions can be told apart. */
  public enum By {
    /** Programme or free. */
    KIND,
    /** The age band for which the story is meant. */
    AGES,
    /** The story's language. */
    LANGUAGE,
    /** The story. */
    STORY,
    /** How it ended. */
    RESULT;

    String of(Session session) {
      return switch (this) {
        case KIND -> session.kind().word();
        case AGES -> session.title().ages().isEmpty() ? "not said" : session.title().ages();
        case LANGUAGE -> session.title().language();
        case STORY -> session.title().story();
        case RESULT -> session.ended().map(end -> end.result().word()).orElse("open");
      };
    }

    /** As files write it: "kind". */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** All of them together. */
  public static Figures of(Collection<Remembered> all) {
    return of(all, Map.of());
  }

  /**
   * Those of one group.
   *
   * @param elsewhere sessions in other groups, by id
   */
  private static Figures of(Collection<Remembered> all, Map<String, Remembered> elsewhere) {
    List<Remembered> read =
        all.stream().filter(s -> s.session().ended().isPresent() && !s.session().trial()).toList();
    List<Remembered> begun =
        read.stream()
            .filter(s -> s.session().resumes().map(elsewhere::containsKey).orElse(true))
            .toList();
    Set<String> goneOnWith =
        read.stream().flatMap(s -> s.session().resumes().stream()).collect(Collectors.toSet());
    List<Remembered> last =
        read.stream().filter(s -> !goneOnWith.contains(s.session().id())).toList();
    Duration active =
        read.stream().map(s -> s.session().tally().active()).reduce(Duration.ZERO, Duration::plus);
    return new Figures(
        begun.size(),
        (int) last.stream().filter(Figures::completed).count(),
        Math.round(active.toSeconds() / 60.0),
        attendance(read, Attendance::children),
        attendance(read, Attendance::grownUps),
        (int) read.stream().filter(s -> s.attendance().isPresent()).count(),
        (int) all.stream().filter(s -> s.session().trial()).count(),
        (int) begun.stream().filter(s -> s.dating() == Remembered.Dating.ESTIMATED).count());
  }

  private static boolean completed(Remembered each) {
    return each.session().ended().orElseThrow().result() == Result.COMPLETED;
  }

  private static int attendance(List<Remembered> read, Function<Attendance, Integer> who) {
    return read.stream().flatMap(s -> s.attendance().stream()).mapToInt(who::apply).sum();
  }

  /** Told apart, in order of their names. */
  public static Map<String, Figures> of(Collection<Remembered> all, By by) {
    Map<String, List<Remembered>> groups = new TreeMap<>();
    for (Remembered each : all) {
      groups.computeIfAbsent(by.of(each.session()), _ -> new ArrayList<>()).add(each);
    }
    Map<String, Figures> figures = new TreeMap<>();
    groups.forEach(
        (key, sessions) -> {
          Map<String, Remembered> elsewhere = new HashMap<>();
          all.forEach(each -> elsewhere.put(each.session().id(), each));
          sessions.forEach(each -> elsewhere.remove(each.session().id()));
          figures.put(key, of(sessions, elsewhere));
        });
    return figures;
  }
}
