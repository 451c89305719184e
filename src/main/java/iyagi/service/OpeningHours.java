package iyagi.service;

import iyagi.report.Incoming;
import iyagi.time.Moment;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** When a robot may be started from afar. */
public final class OpeningHours {
  private OpeningHours() {}

  /**
   * Whether it is open now. A robot that does not know the time is always open, as is one whose
   * hours nobody has said.
   *
   * @param hours as the library wrote them; null for always
   */
  public static boolean open(List<Incoming.Hours> hours, Moment now, ZoneId zone) {
    if (hours == null || !now.quality().good()) {
      return true;
    }
    ZonedDateTime here = now.wall().atZone(zone);
    return hours.stream()
        .filter(each -> each.dow() == here.getDayOfWeek().getValue())
        .anyMatch(each -> within(each, here.toLocalTime()));
  }

  private static boolean within(Incoming.Hours hours, LocalTime time) {
    if (hours.from() == null || hours.to() == null) {
      return false;
    }
    try {
      return !time.isBefore(LocalTime.parse(hours.from()))
          && time.isBefore(LocalTime.parse(hours.to()));
    } catch (DateTimeException unreadable) {
      return false;
    }
  }
}
