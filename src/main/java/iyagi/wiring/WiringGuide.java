package iyagi.wiring;

import iyagi.settings.RobotProfile;
import java.util.Locale;

/** A robot's wiring as a page of text and as a picture, both from its profile alone. */
public final class WiringGuide {
  private WiringGuide() {}

  /**
   * The page, in Markdown: parts, power, pins.
   *
   * @param language English or Korean
   * @param picture file name of the picture beside it
   */
  public static String page(RobotProfile profile, Locale language, String picture) {
    Words words = Words.in(language);
    return new WiringPage(Plan.of(profile, words), profile, words).text(picture);
  }

  /**
   * The picture, a complete SVG document that can be printed in black and white.
   *
   * @param language English or Korean
   */
  public static String picture(RobotProfile profile, Locale language) {
    Words words = Words.in(language);
    return new WiringPicture(Plan.of(profile, words), words)
        .svg(words.say("Wiring: %s", profile.title()));
  }
}
