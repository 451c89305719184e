package iyagi.program;

import iyagi.words.Sentence;
import java.util.Optional;

/**
 * An occasion as it stands in the timetable.
 *
 * @param left why it will be left out; empty if it will be
 */
public record Due(Occasion occasion, Optional<Skip> left) {
  /** Why an occasion is left out by the timetable itself. */
  public sealed interface Skip {
    /** The library has a holiday. */
    record OnHoliday(Holiday holiday) implements Skip {}

    /** It would begin in quiet hours. */
    record InQuietHours(QuietHours hours) implements Skip {}
  }

  /** Why it is left out, in words; "" if it is not. */
  public Sentence words() {
    return left.map(
            skip ->
                switch (skip) {
                  case Skip.OnHoliday(Holiday holiday) ->
                      Sentence.of("left out: {0}", holiday.name());
                  case Skip.InQuietHours(QuietHours hours) ->
                      Sentence.of(
                          "left out: quiet hours from {0} to {1}", hours.from(), hours.to());
                })
        .orElse(Sentence.NOTHING);
  }
}
