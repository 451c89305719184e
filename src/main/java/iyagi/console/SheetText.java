package iyagi.console;

import iyagi.program.RunSheet;
import iyagi.score.Manner;
import java.util.List;
import java.util.Locale;

/**
 * A run sheet as the browser gets it.
 *
 * @param date "2026-12-01"; "" for every week
 * @param start "10:30"
 * @param manner for whom: "calm"; "" for whoever the robot is set for
 * @param lengthMinutes as estimated, rounded up
 * @param minutes that the plan allows
 * @param announcement in the library's own words; "" for the usual one
 */
record SheetText(
    String title,
    String language,
    String date,
    String start,
    String manner,
    long lengthMinutes,
    long minutes,
    boolean tooLong,
    String announcement,
    List<String> materials,
    List<Line> lines) {
  private static final double MINUTE_SECONDS = 60;

  /**
   * One thing.
   *
   * @param kind "hello", "story", "song", "stretch", "question" or "goodbye"
   * @param at minutes after the start, rounded down
   * @param minutes that it takes, rounded up
   * @param words of the library's own; "" for none
   */
  record Line(
      String kind,
      String title,
      long at,
      long minutes,
      boolean found,
      String words,
      List<String> questions,
      List<String> prompts) {}

  static SheetText of(RunSheet sheet) {
    return new SheetText(
        sheet.plan().title(),
        sheet.plan().language(),
        sheet.date().map(Object::toString).orElse(""),
        sheet.plan().start().toString(),
        sheet.plan().manner().map(Manner::word).orElse(""),
        (long) Math.ceil(sheet.length().toSeconds() / MINUTE_SECONDS),
        sheet.plan().cap().toMinutes(),
        sheet.tooLong(),
        sheet.plan().words().announcement().orElse(""),
        sheet.plan().materials(),
        sheet.lines().stream().map(SheetText::line).toList());
  }

  private static Line line(RunSheet.Line line) {
    return new Line(
        line.kind().name().toLowerCase(Locale.ROOT),
        line.title(),
        line.from().toMinutes(),
        (long) Math.ceil(line.length().toSeconds() / MINUTE_SECONDS),
        line.found(),
        line.words(),
        line.questions(),
        line.prompts());
  }
}
