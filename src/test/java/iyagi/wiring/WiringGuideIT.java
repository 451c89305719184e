package iyagi.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.settings.Claim;
import iyagi.settings.PinPlan;
import iyagi.settings.ProfileResult;
import iyagi.settings.RobotProfile;
import iyagi.settings.RobotProfiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wiring plans that come with the robots, made anew and looked at. */
final class WiringGuideIT {
  private static final Path PLANS = Path.of("firmware-config/wiring");
  private static final Pattern STEP = Pattern.compile("([MHV])(-?\\d+)(?: (-?\\d+))?");

  private record Segment(int wire, int x1, int y1, int x2, int y2) {
    boolean crosses(Segment other) {
      return wire != other.wire
          && y1 == y2
          && other.x1 == other.x2
          && Math.min(x1, x2) < other.x1
          && other.x1 < Math.max(x1, x2)
          && Math.min(other.y1, other.y2) < y1
          && y1 < Math.max(other.y1, other.y2);
    }

    /** Whether it runs through a text of that place and size. */
    boolean strikes(Text text) {
      return Math.min(x1, x2) < text.right
          && Math.max(x1, x2) > text.left
          && Math.min(y1, y2) < text.bottom
          && Math.max(y1, y2) > text.top;
    }
  }

  private record Text(String words, double left, double right, double top, double bottom) {
    boolean covers(Text other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private static RobotProfile shipped(String name) {
    ProfileResult result = RobotProfiles.read(Path.of("firmware-config/robots", name + ".yaml"));
    return assertInstanceOf(ProfileResult.Read.class, result, result::toString).profile();
  }

  private static List<Segment> segments(String svg) {
    List<Segment> segments = new ArrayList<>();
    List<String> wires =
        Pattern.compile("stroke-width=\"[23]\\.\\d\".* d=\"([^\"]*)\"")
            .matcher(svg)
            .results()
            .map((MatchResult match) -> match.group(1))
            .toList();
    for (int wire = 0; wire < wires.size(); wire++) {
      int x = 0;
      int y = 0;
      for (MatchResult step : STEP.matcher(wires.get(wire)).results().toList()) {
        int value = Integer.parseInt(step.group(2));
        int toX = step.group(1).equals("V") ? x : value;
        int toY =
            switch (step.group(1)) {
              case "V" -> value;
              case "M" -> Integer.parseInt(step.group(3));
              default -> y;
            };
        if (!step.group(1).equals("M")) {
          segments.add(new Segment(wire, x, y, toX, toY));
        }
        x = toX;
        y = toY;
      }
    }
    return segments;
  }

  /** Where texts are; a Latin letter is taken for 0.56 of the size wide, a Korean one for 0.95. */
  private static List<Text> texts(String svg) {
    List<Text> texts = new ArrayList<>();
    Pattern text =
        Pattern.compile("<text class=\"([^\"]*)\" x=\"(-?\\d+)\" y=\"(-?\\d+)\">([^<]*)</text>");
    for (MatchResult match : text.matcher(svg).results().toList()) {
      String kind = match.group(1);
      double size = kind.contains("title") ? 22 : kind.contains("head") ? 13 : 11;
      double width =
          match.group(4).chars().mapToDouble(c -> c >= 0xac00 ? 0.95 * size : 0.56 * size).sum();
      double x = Double.parseDouble(match.group(2));
      double y = Double.parseDouble(match.group(3));
      double left = kind.contains("end") ? x - width : kind.contains("mid") ? x - width / 2 : x;
      texts.add(new Text(match.group(4), left, left + width, y - 0.7 * size, y + 0.1 * size));
    }
    return texts;
  }

  @ParameterizedTest
  @ValueSource(strings = {"owl", "puppet", "lamp"})
  void theFilesThatComeWithARobotAreMadeFromItsProfile(String name) throws IOException {
    RobotProfile robot = shipped(name);
    for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
      String file = name + (language.equals(Locale.KOREAN) ? ".ko" : "");
      String again =
          "make it again: iyagi wiring %s --language %s --svg firmware-config/wiring/%s.svg >"
                  .formatted(name, language, file)
              + " firmware-config/wiring/"
              + file
              + ".md";
      assertEquals(
          WiringGuide.page(robot, language, file + ".svg"),
          Files.readString(PLANS.resolve(file + ".md")),
          again);
      assertEquals(
          WiringGuide.picture(robot, language),
          Files.readString(PLANS.resolve(file + ".svg")),
          again);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"owl", "puppet", "lamp"})
  void noWireCrossesAnotherOrAText(String name) {
    for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
      String svg = WiringGuide.picture(shipped(name), language);
      List<Segment> segments = segments(svg);
      assertTrue(segments.size() > 8, segments.size() + " segments");
      for (Segment one : segments) {
        segments.forEach(other -> assertTrue(!one.crosses(other), one + " crosses " + other));
        texts(svg).forEach(text -> assertTrue(!one.strikes(text), one + " strikes " + text));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"owl", "puppet", "lamp"})
  void noTextLiesOnAnother(String name) {
    for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
      List<Text> texts = texts(WiringGuide.picture(shipped(name), language));
      assertTrue(texts.size() > 50, texts.size() + " texts");
      for (int i = 0; i < texts.size(); i++) {
        for (int j = 0; j < i; j++) {
          assertTrue(!texts.get(i).covers(texts.get(j)), texts.get(i) + " on " + texts.get(j));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"owl", "puppet", "lamp"})
  void everyPinOfTheProfileIsInTheTextAndBlackInThePicture(String name) {
    RobotProfile robot = shipped(name);
    String page = WiringGuide.page(robot, Locale.ENGLISH, "x.svg");
    String svg = WiringGuide.picture(robot, Locale.ENGLISH);
    for (Claim claim : PinPlan.of(robot)) {
      int pin = Header.pin(claim.line()).orElseThrow();
      assertTrue(page.contains("| " + pin + " | GPIO " + claim.line() + " | "), claim.toString());
      boolean wired = !claim.words().contains("SPI") || claim.line() >= 10;
      assertEquals(
          wired, svg.contains("class=\"pin mid on\"") && black(svg, pin), claim.toString());
    }
    assertTrue(page.contains("ground of every part"), page);
  }

  private static boolean black(String svg, int pin) {
    return Pattern.compile("class=\"pin mid on\"[^>]*>" + pin + "<").matcher(svg).find();
  }
}
