package iyagi.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import iyagi.motion.Joint;
import iyagi.motion.JointProfile;
import iyagi.performance.Command;
import iyagi.report.Refusal;
import iyagi.report.Station;
import iyagi.service.FailingParts;
import iyagi.session.Kind;
import iyagi.settings.CalibrationFile;
import iyagi.settings.JointCalibration;
import iyagi.settings.RobotCalibration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on which joints are adjusted, in a real browser, on simulated servos. */
final class CalibrationPageIT {
  private static final int YAW_AT = 4;

  @TempDir private Path folder;
  private final FailingParts parts = new FailingParts();
  private RobotInService robot;
  private Librarian librarian;
  private Page page;

  @BeforeEach
  void open() throws Exception {
    Chromium.browser();
    robot = RobotInService.on(folder, parts, Optional.empty());
    librarian = new Librarian(robot);
    page = librarian.page;
  }

  @AfterEach
  void close() {
    if (robot != null) {
      librarian.close();
      robot.close();
    }
  }

  private Path file() {
    return robot.desk.places().calibration("simulated");
  }

  /** Where the simulated servo of the head really is, in degrees. */
  private double yaw() {
    return parts.servos.actual().degrees(Joint.HEAD_YAW, Double.NaN);
  }

  private void powerTheHead() throws Exception {
    librarian.signIn().goTo("/calibration");
    page.locator("#begin").click();
    assertThat(page.locator("#joint-title")).hasText("Joint 1 of 8: the mouth");
    page.locator("#joint").selectOption(Integer.toString(YAW_AT));
    assertThat(page.locator("#joint-title")).hasText("Joint 5 of 8: the head, turning");
    assertTrue(parts.servos.limp());
    page.locator("#power").click();
    assertThat(page.locator("#held")).isVisible();
    page.waitForCondition(() -> !parts.servos.limp());
  }

  /** A hobby servo does not move for less than its dead band, about half a degree. */
  private boolean near(double degrees) {
    return Math.abs(yaw() - degrees) < 0.6;
  }

  /** Presses a button, and waits until the head has come so far. */
  private void move(String button, double degrees) {
    page.locator("#move-" + button).click();
    page.waitForCondition(() -> near(degrees));
  }

  private static final double DEGREES_OF_MUCH = 40 / ((2133 - 867) / 120.0);

  private void mark(String place) {
    page.locator("#place-" + place).click();
    assertThat(page.locator("#marked-" + place)).containsText("shown");
  }

  private void shows() {
    move("much-higher", DEGREES_OF_MUCH);
    move("much-higher", 2 * DEGREES_OF_MUCH);
    mark("highest");
    move("much-lower", DEGREES_OF_MUCH);
    move("much-lower", 0);
    mark("lowest");
    move("much-higher", DEGREES_OF_MUCH);
    mark("middle");
  }

  @Test
  void whatIsShownIsSavedAsTheCommandWouldAndUsedAtOnceAndAtTheNextStart() throws Exception {
    powerTheHead();
    shows();
    assertFalse(Files.exists(file()));
    page.locator("#save").click();
    assertThat(page.locator("#said")).containsText("Saved.");
    page.locator("#leave").click();
    assertThat(page.locator("#ended")).containsText("the robot reads again");
    assertTrue(parts.servos.limp());
    assertFalse(robot.service.beingAdjusted());

    RobotCalibration read =
        CalibrationFile.read(file(), robot.profile())
                instanceof CalibrationFile.Result.Read(RobotCalibration all)
            ? all
            : null;
    JointCalibration head = read.joints().get(Joint.HEAD_YAW);
    assertEquals(1500, head.pulses().minPulseMicros());
    assertEquals(1580, head.pulses().maxPulseMicros());
    assertEquals(1540, head.restPulseMicros());
    assertEquals(1, read.joints().size());
    Path byCommand = folder.resolve("command.yaml");
    CalibrationFile.write(byCommand, read);
    assertEquals(Files.readString(byCommand), Files.readString(file()));
    assertEquals(
        0,
        read.over(robot.profile()).joints().get(YAW_AT).limits().restDegrees(),
        1e-9,
        "at the next start");

    robot.service.start("owl", 1, Kind.FREE, Optional.empty());
    page.waitForCondition(() -> !parts.servos.limp());
    page.waitForTimeout(1500);
    assertTrue(yaw() > -0.6 && yaw() < 2 * DEGREES_OF_MUCH + 0.6, yaw() + "°, as it was shown");
    robot.service.command(new Command.Stop());
    page.waitForCondition(() -> parts.servos.limp());
    assertEquals(DEGREES_OF_MUCH, yaw(), 0.6, "its new rest");
    assertEquals(List.of(), librarian.complaints);
  }

  @Test
  void itMovesToClicksAndTheLeadThatWasFoundIsSavedAndUsed() throws Exception {
    powerTheHead();
    long before = lead(robot.profile().joints().get(YAW_AT));
    assertThat(page.locator("#lead")).containsText(before + " ms before the sound");
    page.locator("#tap").click();
    page.waitForCondition(() -> !parts.heard.silent() && yaw() > 2);
    assertTrue(parts.heard.peak() < 32_767 * Math.pow(10, -6 / 20.0) * 0.3, "quieter than speech");
    page.waitForCondition(
        () -> page.locator("#lead-said").textContent().contains("after the click, or before it?"));
    page.locator("#lead-much-earlier").click();
    assertThat(page.locator("#lead")).containsText((before + 30) + " ms");
    page.locator("#lead-later").click();
    assertThat(page.locator("#lead-said")).containsText((before + 20) + " ms before the sound");
    page.locator("#save").click();
    assertThat(page.locator("#said")).containsText("Saved.");
    page.locator("#leave").click();
    assertThat(page.locator("#ended")).isVisible();
    RobotCalibration kept =
        ((CalibrationFile.Result.Read) CalibrationFile.read(file(), robot.profile())).calibration();
    assertEquals(before + 20, kept.joints().get(Joint.HEAD_YAW).lead().toMillis());
    assertEquals(List.of(), librarian.complaints);
  }

  private static long lead(JointProfile joint) {
    return JointCalibration.of(joint).lead().toMillis();
  }

  @Test
  void clicksThatNobodyWouldHearAndClicksInQuietHoursAreNotBegun() throws Exception {
    LocalTime now = LocalTime.now(ZoneId.of("Asia/Seoul")).truncatedTo(ChronoUnit.MINUTES);
    Files.createDirectories(robot.desk.places().data());
    Files.writeString(
        robot.desk.places().programme(),
        """
        {"revision": 1, "quiet-hours": [{"from": "%s", "to": "%s"}], "plans": []}
        """
            .formatted(now.minusHours(1), now.plusHours(1)));
    robot.robot.keeper().step();
    var _ = robot.service.loudness().set(0);
    powerTheHead();
    page.locator("#tap").click();
    assertThat(page.locator("#problem")).containsText("quiet hours now");
    page.locator("#anyway").check();
    page.locator("#tap").click();
    assertThat(page.locator("#problem")).containsText("volume is 0");
    assertTrue(parts.heard.silent());
    robot.service.command(new Command.Halt());
    assertThat(page.locator("#ended")).isVisible();
  }

  @Test
  void whatWasThereBeforeCanBePutBack() throws Exception {
    Map<Joint, JointCalibration> first =
        Map.of(Joint.HEAD_YAW, JointCalibration.of(robot.profile().joints().get(YAW_AT)));
    CalibrationFile.write(file(), RobotCalibration.NONE);
    CalibrationFile.write(file(), new RobotCalibration(first));
    String second = Files.readString(file());
    librarian.signIn().goTo("/calibration");
    page.locator("#previous").click();
    assertThat(page.locator("#ended")).hasText("The earlier adjustment is used again.");
    assertTrue(Files.readString(file()).contains("joints: {}"));
    assertEquals(second, Files.readString(CalibrationFile.old(file())));
    page.locator("#previous").click();
    page.waitForCondition(() -> second.equals(text(file())) && !robot.service.beingAdjusted());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void whoClosesThePageHasChangedNothing() throws Exception {
    powerTheHead();
    move("much-higher", DEGREES_OF_MUCH);
    mark("highest");
    librarian.goTo("/robot");
    page.waitForCondition(() -> parts.servos.limp() && !robot.service.beingAdjusted());
    assertFalse(parts.gate.lifted());
    assertFalse(Files.exists(file()));
    assertEquals(DEGREES_OF_MUCH, yaw(), 0.6, "let go where it stood");
  }

  @Test
  void whileAStoryIsReadNothingIsAdjusted() throws Exception {
    robot.service.start("owl", 1, Kind.FREE, Optional.empty());
    librarian.signIn().goTo("/calibration");
    assertThat(page.locator("#begin")).isDisabled();
    assertThat(page.locator("#obstacle")).containsText("just reading");
    Object status =
        page.evaluate(
            "fetch('/api/calibration/start', { method: 'POST', body: '{}', headers: {"
                + " 'Content-Type': 'application/json', 'X-Token':"
                + " document.querySelector('meta[name=token]').content } }).then(a => a.status)");
    assertEquals(409, ((Number) status).intValue());
    assertFalse(robot.service.beingAdjusted());
  }

  @Test
  void jointsThatADamagedFileKeepsStillAreNotFreedByAdjustingOthers() throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "joints:\n  head-yaw: nonsense\n");
    librarian.signIn().goTo("/calibration");
    assertThat(page.locator("#begin")).isDisabled();
    assertThat(page.locator("#obstacle")).containsText("cannot be read");
    assertEquals("joints:\n  head-yaw: nonsense\n", Files.readString(file()));
  }

  @Test
  void whileItIsAdjustedNothingIsReadAndAnotherScreenCanEndIt() throws Exception {
    powerTheHead();
    assertEquals(
        Station.Answer.refused(Refusal.BEING_ADJUSTED),
        robot.service.start("owl", 1, Kind.FREE, Optional.empty()));
    try (Librarian other = new Librarian(robot)) {
      other.signIn().goTo("/calibration");
      assertThat(other.page.locator("#other")).isVisible();
      assertThat(other.page.locator("#work")).isHidden();
      other.page.locator("#cancel-other").click();
      assertThat(other.page.locator("#begin")).isEnabled();
    }
    assertThat(page.locator("#ended")).isVisible();
    assertTrue(parts.servos.limp());
    assertTrue(robot.service.start("owl", 1, Kind.FREE, Optional.empty()).refusal().isEmpty());
  }

  @Test
  void aHaltLetsGoAndEndsIt() throws Exception {
    powerTheHead();
    robot.service.command(new Command.Halt());
    assertThat(page.locator("#ended")).containsText("Somebody has halted the robot");
    assertTrue(parts.servos.limp());
    assertFalse(parts.gate.lifted());
    assertFalse(robot.service.beingAdjusted());
  }

  @Test
  void nearTheProgrammeNothingIsBegunAndWhyIsSaid() throws Exception {
    LocalDateTime soon = LocalDateTime.now(ZoneId.of("Asia/Seoul")).plusMinutes(9);
    Files.createDirectories(robot.desk.places().data());
    Files.writeString(
        robot.desk.places().programme(),
        """
        {"revision": 1, "plans": [{"id": "owls", "title": "Owls", "language": "en",
          "date": "%s", "start": "%s", "items": [{"story": "owl"}]}]}
        """
            .formatted(soon.toLocalDate(), soon.format(DateTimeFormatter.ofPattern("HH:mm"))));
    robot.robot.keeper().step();
    librarian.signIn().goTo("/calibration");
    assertThat(page.locator("#begin")).isDisabled();
    assertThat(page.locator("#obstacle")).containsText("needs the robot soon");
  }

  @Test
  void theKeyboardAloneMovesItAndLetsGo() throws Exception {
    librarian.signIn().goTo("/calibration");
    page.locator("#begin").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#power")).isFocused();
    page.locator("#joint").focus();
    page.keyboard().press("End");
    page.locator("#joint").selectOption(Integer.toString(YAW_AT));
    assertThat(page.locator("#joint-title")).containsText("the head, turning");
    page.locator("#power").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#held")).isVisible();
    page.keyboard().press("Shift+ArrowRight");
    page.waitForCondition(() -> near(DEGREES_OF_MUCH));
    page.keyboard().press("Escape");
    assertThat(page.locator("#said")).containsText("The joint was let go.");
    assertTrue(parts.servos.limp());
  }

  @Test
  void itHasNoBarrierInEitherThemeOrLanguageAndFitsAPhone() throws Exception {
    List<String> found = new ArrayList<>();
    for (String language : List.of("en-GB", "ko-KR")) {
      for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        for (int width : List.of(360, 1024)) {
          try (Librarian each = new Librarian(robot, language, theme, width, 760)) {
            String look = language + " " + theme + " " + width;
            each.signIn().goTo("/calibration");
            each.page.locator("#begin:enabled").waitFor();
            look(each, look + " before", found);
            each.page.locator("#begin").click();
            each.page.locator("#power").waitFor();
            look(each, look + " limp", found);
            each.page.locator("#power").click();
            each.page.locator("#held").waitFor();
            each.page.locator("#place-middle").click();
            assertThat(each.page.locator("[data-marked]")).hasCount(1);
            look(each, look + " held", found);
          }
          page.waitForCondition(() -> !robot.service.beingAdjusted());
        }
      }
    }
    assertEquals(List.of(), found);
  }

  private static void look(Librarian each, String where, List<String> found) throws Exception {
    String pictures = System.getProperty("shots", "");
    if (!pictures.isEmpty()) {
      each.picture(Path.of(pictures, "joints-" + where.replace(' ', '-') + ".png"));
    }
    each.barriers().forEach(barrier -> found.add(where + ": " + barrier));
    if (!each.fitsItsWidth()) {
      found.add(where + " has to be scrolled sideways");
    }
  }
}
