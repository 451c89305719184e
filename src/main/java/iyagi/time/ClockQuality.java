package iyagi.time;

/** How far the wall clock can be believed. */
public enum ClockQuality {
  /** Set by the network, and the system says that it still is. */
  NTP,
  /** Not by the network, but by a battery clock that agrees with it. */
  RTC,
  /** Set by nobody: after power-on a Raspberry Pi goes on from the time at which it went off. */
  UNSYNCED;

  /** Whether dates may be taken from it. */
  public boolean good() {
    return this != UNSYNCED;
  }

  /** As reports write it: "ntp". */
  public String word() {
    return switch (this) {
      case NTP -> "ntp";
      case RTC -> "rtc";
      case UNSYNCED -> "unsynced";
    };
  }

  /** The quality of that word. */
  public static ClockQuality of(String word) {
    return switch (word) {
      case "ntp" -> NTP;
      case "rtc" -> RTC;
      default -> UNSYNCED;
    };
  }
}
