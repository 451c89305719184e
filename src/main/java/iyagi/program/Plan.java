package iyagi.program;

import iyagi.score.Manner;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One entry of the reading programme. What is read of it is remembered as programme, never as free.
 *
 * @param id by which it is known: "tuesday-tales"
 * @param title its theme, for people
 * @param language tag of its sentences: "ko"
 * @param when on which days
 * @param start by the clock where the robot stands
 * @param cap the longest it may last, hello and goodbye included, 5 to 60 min; after it the
 *     sentence is read to its end and goodbye is said
 * @param grace how much later it may still begin, 0 to 60 min
 * @param arc what happens
 * @param materials what grown-ups have to have ready, for the run sheet: up to 20 lines
 * @param manner for whom it is; empty for the manner in which the robot happens to be
 * @param words what is said in place of the built-in sentences; only where these would be said
 */
public record Plan(
    String id,
    String title,
    String language,
    When when,
    LocalTime start,
    Duration cap,
    Duration grace,
    Arc arc,
    List<String> materials,
    Optional<Manner> manner,
    OwnWords words) {
  /** How long toddlers listen. */
  public static final Duration USUAL_CAP = Duration.ofMinutes(25);

  /** How much later it begins where nobody says otherwise. */
  public static final Duration USUAL_GRACE = Duration.ofMinutes(15);

  /** Checks all but the stories, which may still come. */
  public Plan {
    Checks.id(id);
    Checks.text("title", title, 1, 100);
    if (title.isBlank()) {
      throw Checks.wrong("title is blank; the theme is expected, as Moon and bears");
    }
    if (!language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}")) {
      throw Checks.wrong("language = '{0}' is no language tag; en or ko, for example", language);
    }
    materials = List.copyOf(materials);
    if (materials.size() > 20) {
      throw Checks.wrong("materials has {0} lines; up to 20 are allowed", materials.size());
    }
    materials.forEach(line -> Checks.text("materials", line, 1, 200));
    Checks.minutes("minutes", cap, 5, 60);
    Checks.minutes("grace-minutes", grace, 0, 60);
    oneOf("hello", arc.hello(), Part.HELLO, words.hello());
    oneOf("goodbye", arc.goodbye(), Part.GOODBYE, words.goodbye());
  }

  /** A plan with the built-in sentences. */
  public Plan(
      String id,
      String title,
      String language,
      When when,
      LocalTime start,
      Duration cap,
      Duration grace,
      Arc arc,
      List<String> materials,
      Optional<Manner> manner) {
    this(id, title, language, when, start, cap, grace, arc, materials, manner, OwnWords.NONE);
  }

  private static void oneOf(
      String key, Optional<String> story, String usual, Optional<String> words) {
    if (words.isPresent() && !story.equals(Optional.of(usual))) {
      throw Checks.wrong(
          "{0} = '{1}' and own words are both there; write own words only where {0} = '{2}'",
          Key.named(key), story.orElse(""), usual);
    }
  }

  /** The same with other own words. */
  public Plan saying(OwnWords other) {
    return new Plan(id, title, language, when, start, cap, grace, arc, materials, manner, other);
  }

  /** What is asked for at a step of all that happens, counted from 0. */
  public Part part(int step) {
    boolean first = step == 0 && arc.hello().isPresent();
    Optional<String> own =
        first ? words.hello() : step == arc.goodbyeAt() ? words.goodbye() : Optional.empty();
    Part.Saying.At at = first ? Part.Saying.At.HELLO : Part.Saying.At.GOODBYE;
    return own.<Part>map(text -> new Part.Saying(at, text, language))
        .orElseGet(() -> Part.of(arc.all().get(step), language));
  }

  /** What is asked for some minutes before. */
  public Part announcement() {
    return words
        .announcement()
        .<Part>map(text -> new Part.Saying(Part.Saying.At.ANNOUNCEMENT, text, language))
        .orElseGet(() -> new Part.Words(Part.ANNOUNCEMENT, language));
  }

  /** The same for somebody else; empty for whoever the robot is set for. */
  public Plan suiting(Optional<Manner> other) {
    return new Plan(id, title, language, when, start, cap, grace, arc, materials, other, words);
  }

  /** The language of its sentences. */
  public Locale locale() {
    return Locale.forLanguageTag(language);
  }
}
