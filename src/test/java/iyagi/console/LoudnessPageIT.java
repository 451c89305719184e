package iyagi.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import iyagi.audio.LoudnessTable;
import iyagi.audio.LoudnessTable.Step;
import iyagi.performance.Command;
import iyagi.performance.PlayerState;
import iyagi.service.Condition;
import iyagi.service.FailingParts;
import iyagi.session.Kind;
import iyagi.settings.LoudnessFile;
import iyagi.words.Sentence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on which the loudness is measured, in a real browser, and what is really written. */
final class LoudnessPageIT {
  /** The ceiling of the simulated robot and the lowest step of the volume, 32 dB below it. */
  private static final double QUIETEST_CEILING = 32_767 * Math.pow(10, (-6 - 32) / 20.0);

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
    return robot.desk.places().loudness();
  }

  private void begin() throws Exception {
    librarian.signIn().goTo("/loudness");
    page.locator("#begin").click();
    assertThat(page.locator("#step-title")).hasText("Step 1 of 5: volume 20");
    assertTrue(parts.heard.silent());
  }

  private void play() {
    page.locator("#play").click();
    assertThat(page.locator("#hush")).isEnabled();
    page.waitForCondition(() -> !parts.heard.silent());
  }

  private void untilSilent() {
    page.waitForCondition(parts.heard::silent);
  }

  private void note(String typed) {
    page.locator("#reading").fill(typed);
    page.locator("#note").click();
  }

  private void said(String words) {
    assertThat(page.locator("#said")).containsText(words);
  }

  @Test
  void whatTheMeterShowsIsSavedAsTheCommandWouldAndUsedAtOnce() throws Exception {
    begin();
    parts.heard.peak();
    play();
    int quiet = parts.heard.peak();
    assertTrue(quiet < QUIETEST_CEILING, quiet + " is louder than the ceiling allows");
    note("54");
    assertThat(page.locator("#step-title")).hasText("Step 2 of 5: volume 40");
    untilSilent();
    parts.heard.peak();
    play();
    note("62,5");
    untilSilent();
    assertTrue(parts.heard.peak() > 1.5 * quiet);
    play();
    note("74");
    said("as loud as this robot may speak");
    assertThat(page.locator("#step")).isHidden();
    assertThat(page.locator("#readings li")).hasCount(3);
    assertFalse(Files.exists(file()));
    page.locator("#save").click();
    said("Saved, and used from now on.");
    LoudnessTable table =
        new LoudnessTable(List.of(new Step(20, 54), new Step(40, 62.5), new Step(60, 74)));
    assertEquals(new LoudnessFile.Result.Read(table), LoudnessFile.read(file()));
    page.locator("#leave").click();
    assertThat(page.locator("#ended")).hasText("Finished.");

    untilSilent();
    parts.heard.peak();
    robot.service.start("owl", 1, Kind.FREE, Optional.empty());
    page.waitForCondition(() -> robot.reading.scene().state().passage() > 1);
    double ceiling = 32_767 * Math.pow(10, (-6 - 16) / 20.0);
    int loudest = parts.heard.peak();
    assertTrue(loudest > 0 && loudest < ceiling, loudest + ": level 100 is step 60 at most now");
    assertEquals(List.of(), librarian.complaints);
  }

  @Test
  void whatWasBeforeTheFirstMeasurementAndBeforeTheLastCanBePutBack() throws Exception {
    LoudnessFile.write(file(), new LoudnessTable(List.of(new Step(20, 50), new Step(40, 60))));
    librarian.signIn().goTo("/loudness");
    assertThat(page.locator("#previous")).hasText("Do without the measurement again");
    page.locator("#previous").click();
    assertThat(page.locator("#ended")).containsText("used from now on");
    assertFalse(Files.exists(file()));
    assertThat(page.locator("#previous")).hasText("Put the earlier measurement back");
    page.locator("#previous").click();
    page.waitForCondition(() -> Files.exists(file()));
    LoudnessFile.write(file(), new LoudnessTable(List.of(new Step(20, 51), new Step(40, 61))));
    page.locator("#previous").click();
    page.waitForCondition(
        () ->
            LoudnessFile.read(file()) instanceof LoudnessFile.Result.Read(LoudnessTable now)
                && now.steps().getFirst().dba() == 50);
  }

  @Test
  void whileTheRobotReadsItDoesNotBecomeLouderByWhatIsPutBack() throws Exception {
    LoudnessFile.write(file(), new LoudnessTable(List.of(new Step(20, 50), new Step(40, 60))));
    librarian.signIn().goTo("/loudness");
    assertThat(page.locator("#previous")).hasText("Do without the measurement again");
    assertTrue(robot.service.start("owl", 1, Kind.FREE, Optional.empty()).refusal().isEmpty());
    page.waitForCondition(() -> robot.service.phase() == PlayerState.Phase.READING);
    page.locator("#previous").click();
    assertThat(page.locator("#problem")).containsText("just reading");
    assertTrue(Files.exists(file()));
  }

  @Test
  void aHaltSilencesIt() throws Exception {
    begin();
    play();
    robot.service.command(new Command.Halt());
    untilSilent();
    said("Somebody has halted the robot");
    play();
  }

  @Test
  void aStoryThatBeginsSilencesItAndNoNoiseIsHeardDuringOne() throws Exception {
    begin();
    play();
    note("50");
    play();
    assertTrue(robot.service.start("owl", 1, Kind.FREE, Optional.empty()).refusal().isEmpty());
    said("the robot has something to say");
    assertThat(page.locator("#wait")).containsText("just reading");
    assertThat(page.locator("#readings li")).hasCount(1);
    page.locator("#play").click();
    assertThat(page.locator("#problem")).containsText("just reading");
    assertEquals(PlayerState.Phase.READING, robot.service.phase());
    robot.service.command(new Command.Stop());
    assertThat(page.locator("#wait")).isHidden();
    play();
  }

  @Test
  void whoClosesThePageSilencesItAndHasChangedNothing() throws Exception {
    begin();
    play();
    note("50");
    play();
    librarian.goTo("/robot");
    untilSilent();
    assertFalse(Files.exists(file()));
    librarian.goTo("/loudness");
    assertThat(page.locator("#begin")).isVisible();
  }

  @Test
  void whereTheNetworkIsGoneItEndsWithinSeconds() throws Exception {
    begin();
    play();
    page.context().setOffline(true);
    untilSilent();
    assertThat(page.locator("#problem")).isVisible();
    page.context().setOffline(false);
    said("not heard for three seconds");
  }

  @Test
  void inQuietHoursItSoundsOnlyAfterABoxWasTicked() throws Exception {
    LocalTime now = LocalTime.now(ZoneId.of("Asia/Seoul")).truncatedTo(ChronoUnit.MINUTES);
    Files.createDirectories(robot.desk.places().data());
    Files.writeString(
        robot.desk.places().programme(),
        """
        {"revision": 1, "quiet-hours": [{"from": "%s", "to": "%s"}], "plans": []}
        """
            .formatted(now.minusHours(1), now.plusHours(1)));
    robot.robot.keeper().step();
    begin();
    page.locator("#play").click();
    assertThat(page.locator("#problem")).containsText("quiet hours now");
    assertTrue(parts.heard.silent());
    page.locator("#anyway").check();
    play();
  }

  @Test
  void nearTheProgrammeNoNoiseIsBegunAndWhyIsSaid() throws Exception {
    LocalDateTime soon = LocalDateTime.now(ZoneId.of("Asia/Seoul")).plusMinutes(2);
    Files.createDirectories(robot.desk.places().data());
    Files.writeString(
        robot.desk.places().programme(),
        """
        {"revision": 1, "announce-minutes": 0, "plans": [{"id": "owls", "title": "Owls", "language": "en",
          "date": "%s", "start": "%s", "items": [{"story": "owl"}]}]}
        """
            .formatted(soon.toLocalDate(), soon.format(DateTimeFormatter.ofPattern("HH:mm"))));
    begin();
    robot.robot.keeper().step();
    assertThat(page.locator("#wait")).containsText("needs the robot soon");
    page.locator("#play").click();
    assertThat(page.locator("#problem")).containsText("needs the robot soon");
    assertTrue(parts.heard.silent());
  }

  @Test
  void whileJointsAreAdjustedNoNoiseIsHeard() throws Exception {
    begin();
    assertTrue(robot.service.lendBody().isEmpty());
    page.locator("#play").click();
    assertThat(page.locator("#problem")).containsText("adjusting the robot's joints");
    assertTrue(parts.heard.silent());
  }

  @Test
  void whatCannotBeIsSaidAndNotWrittenDown() throws Exception {
    begin();
    note("50");
    said("has not been heard yet");
    page.locator("#play").click();
    note("<b>loud</b>");
    said("‘<b>loud</b>’ is no number");
    note("19");
    said("between 20 and 120");
    note("50");
    assertThat(page.locator("#readings li")).hasText("volume 20: 50 dB(A)");
    page.locator("#play").click();
    note("50.5");
    said("at least 1 dB louder");
    note("70");
    said("too much more than the step before (50.0 dB(A))");
    page.locator("#save").click();
    said("So far one step is written down");
    assertFalse(Files.exists(file()));
    page.locator("#back").click();
    assertThat(page.locator("#readings li")).hasCount(0);
  }

  @Test
  void theKeyboardAloneMeasures() throws Exception {
    librarian.signIn().goTo("/loudness");
    page.locator("#begin").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#play")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#hush")).isEnabled();
    page.keyboard().press("Escape");
    said("Silent.");
    untilSilent();
    page.locator("#reading").focus();
    page.keyboard().type("48.5");
    page.keyboard().press("Enter");
    assertThat(page.locator("#readings li")).hasText("volume 20: 48.5 dB(A)");
    assertThat(page.locator("#play")).isFocused();
  }

  @Test
  void anotherScreenCanEndIt() throws Exception {
    begin();
    play();
    try (Librarian other = new Librarian(robot)) {
      other.signIn().goTo("/loudness");
      assertThat(other.page.locator("#other")).isVisible();
      other.page.locator("#cancel-other").click();
      assertThat(other.page.locator("#begin")).isEnabled();
    }
    untilSilent();
    assertThat(page.locator("#ended")).containsText("ended at another screen");
  }

  @Test
  void withoutALoudspeakerItSaysSo() throws Exception {
    robot.service.condition().lost(Condition.Part.SOUND, Sentence.plain("unplugged"));
    librarian.signIn().goTo("/loudness");
    assertThat(page.locator("#begin")).isDisabled();
    assertThat(page.locator("#obstacle")).containsText("does not answer now");
  }

  @Test
  void itHasNoBarrierInEitherThemeOrLanguageAndFitsAPhone() throws Exception {
    List<String> found = new ArrayList<>();
    for (String language : List.of("en-GB", "ko-KR")) {
      for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        for (int width : List.of(360, 1024)) {
          try (Librarian each = new Librarian(robot, language, theme, width, 760)) {
            String look = language + " " + theme + " " + width;
            each.signIn().goTo("/loudness");
            each.page.locator("#begin:enabled").waitFor();
            look(each, look + " before", found);
            each.page.locator("#begin").click();
            each.page.locator("#play").click();
            each.page.locator("#hush:enabled").waitFor();
            each.page.locator("#reading").fill("50");
            each.page.locator("#note").click();
            assertThat(each.page.locator("#readings li")).hasCount(1);
            each.page.locator("#play").click();
            each.page.locator("#reading").fill("99");
            each.page.locator("#note").click();
            assertThat(each.page.locator("#said")).containsText("99.0");
            look(each, look + " wrong", found);
            each.page.locator("#reading").fill("60");
            each.page.locator("#note").click();
            each.page.locator("#leave").click();
            each.page.locator("#ended:not(:empty)").waitFor();
          }
        }
      }
    }
    assertEquals(List.of(), found);
  }

  private static void look(Librarian each, String where, List<String> found) throws Exception {
    String folder = System.getProperty("shots", "");
    if (!folder.isEmpty()) {
      each.picture(Path.of(folder, where.replace(' ', '-') + ".png"));
    }
    each.barriers().forEach(barrier -> found.add(where + ": " + barrier));
    if (!each.fitsItsWidth()) {
      found.add(where + " has to be scrolled sideways");
    }
  }
}
