package iyagi.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import iyagi.performance.PerformanceEvent;
import iyagi.report.BrokerAddress;
import iyagi.report.Relay;
import iyagi.report.Station;
import iyagi.report.Uplink;
import iyagi.report.mqtt.PahoUplink;
import iyagi.session.Kind;
import iyagi.session.Sessions;
import iyagi.settings.UsualVolume;
import iyagi.settings.VolumeFile;
import iyagi.time.Watch;
import iyagi.words.Sentence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page Robot in a real browser. */
final class RobotPageIT {
  @TempDir private Path folder;
  private RobotInService robot;
  private Librarian librarian;
  private Page page;

  @BeforeEach
  void open() throws Exception {
    Chromium.browser();
    robot = RobotInService.in(folder);
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

  @Test
  void aPartThatFailsSaysWhyAndThatItWorksAgain() throws Exception {
    robot.service.heard(
        new PerformanceEvent.MotionLost(Sentence.plain("no acknowledge from address 0x40")));
    librarian.signIn().goTo("/robot");
    var servos = page.locator("#parts li", named("Movement"));
    assertThat(servos).hasAttribute("data-verdict", "broken");
    assertThat(servos).containsText("no acknowledge from address 0x40");
    assertThat(page.locator("#sum")).containsText("Does not work: Movement");
    robot.service.heard(new PerformanceEvent.MotionBack());
    page.reload();
    assertThat(servos).hasAttribute("data-verdict", "works");
    assertThat(servos).containsText("Works again. Last fault");
    assertThat(page.locator("#parts li", named("Sound"))).containsText("No fault");
    assertEquals(List.of(), librarian.complaints);
  }

  private static Page.LocatorOptions named(String name) {
    return new Page.LocatorOptions().setHasText(name);
  }

  @Test
  void theWayToTheLibraryTellsItsTroubleAndItsNextTry() throws Exception {
    robot.network =
        Optional.of(
            new Relay.Standing(
                false,
                Sentence.plain("mqtt.library:1883 refused the connection"),
                Optional.of(Instant.parse("2026-11-25T09:14:00Z"))));
    librarian.signIn().goTo("/robot");
    var way = page.locator("#reports li", named("Way to the library"));
    assertThat(way).containsText("mqtt.library:1883 refused the connection");
    assertThat(way).containsText("Next try at 18:14:00");
    assertThat(page.locator("#reports")).containsText("counts as arrived");
    robot.network =
        Optional.of(new Relay.Standing(true, Sentence.plain("connected to x"), Optional.empty()));
    page.reload();
    assertThat(way).containsText("Connected.");
  }

  @Test
  void whyTheLibraryCannotBeReachedIsSaidInTheBrowsersLanguage() throws Exception {
    Uplink.Terms terms =
        new Uplink.Terms(
            "rb-1",
            Duration.ZERO,
            Duration.ofSeconds(60),
            Duration.ofSeconds(5),
            Optional.empty(),
            Duration.ZERO,
            1,
            List.of(),
            false);
    Uplink nowhere =
        new PahoUplink(new BrokerAddress("127.0.0.1", 1, Optional.empty(), Optional.empty()));
    Uplink.Unreachable why =
        assertThrows(Uplink.Unreachable.class, () -> nowhere.open(terms, _ -> {}));
    robot.network = Optional.of(new Relay.Standing(false, why.sentence(), Optional.empty()));
    try (Librarian korean = new Librarian(robot, "ko-KR", ColorScheme.DARK, 360, 740)) {
      korean.signIn().goTo("/robot");
      var said = korean.page.locator("#reports p[lang]");
      assertThat(said).hasText("mqtt://127.0.0.1:1: 거기에는 응답하는 것이 없어요. 중계 서버를 켜거나 설정의 주소를 고쳐 주세요");
      assertThat(said).hasAttribute("lang", "ko");
    }
    librarian.signIn().goTo("/robot");
    assertThat(page.locator("#reports p[lang=en]")).containsText("nothing listens there");
  }

  @Test
  void theDoctorSpeaksTheBrowsersLanguage() throws Exception {
    try (Librarian korean = new Librarian(robot, "ko-KR", ColorScheme.DARK, 360, 740)) {
      korean.signIn().goTo("/robot");
      assertThat(korean.page.locator("#outside")).containsText("저장 공간");
      assertThat(korean.page.locator("#outside")).containsText("로봇 구성");
      assertThat(korean.page.locator("#parts")).containsText("켠 뒤로 고장이 없었습니다.");
      assertTrue(korean.fitsItsWidth());
      assertEquals(List.of(), korean.barriers());
    }
  }

  @Test
  void whatWasToldIsShownNewestFirstAndDownloadedAsTheSame() throws Exception {
    robot.diary.tell(Sentence.plain("The first thing."));
    robot.diary.tell(Sentence.plain("The <b>second</b> thing."));
    librarian.signIn().goTo("/robot");
    assertThat(page.locator("#told li").first()).containsText("The <b>second</b> thing.");
    assertThat(page.locator("#told li")).hasCount(2);
    Path log = page.waitForDownload(() -> page.locator("#log").click()).path();
    List<String> lines = Files.readAllLines(log);
    assertEquals(2, lines.size());
    assertTrue(lines.getFirst().endsWith("  The <b>second</b> thing."), lines.getFirst());
  }

  @Test
  void datesAreWrittenAsInTheBrowsersCountry() throws Exception {
    librarian.signIn().goTo("/robot");
    assertEquals(
        List.of("Wed 25 November 2026, 15:00", "2026년 11월 25일 (수) 오후 3:00"),
        List.of(moment(page), korean()));
  }

  private String korean() throws Exception {
    try (Librarian other = new Librarian(robot, "ko-KR", ColorScheme.LIGHT, 1024, 740)) {
      return moment(other.signIn().page);
    }
  }

  private static String moment(Page page) {
    return ((String)
            page.evaluate(
                "import('/assets/words.js').then(({ moment }) =>"
                    + " moment('2026-11-25T06:00:00Z'))"))
        .replace("Wed, ", "Wed ");
  }

  @Test
  void theUsualVolumeIsHeardKeptAndNeverAboveTheMost() throws Exception {
    librarian.signIn().goTo("/robot");
    assertThat(page.locator("#measured")).containsText("has not been measured");
    page.locator("#most").fill("60");
    assertThat(page.locator("#usual-shown")).hasText("60");
    page.locator("#usual").fill("40");
    page.locator("#keep-volume").click();
    assertThat(page.locator("#volume-done")).containsText("Saved.");
    assertEquals(40, robot.service.loudness().now());
    assertEquals(60, robot.service.loudness().loudest());
    assertEquals(Station.Answer.DONE, robot.service.loudness().set(90));
    assertEquals(60, robot.service.loudness().now());
    assertEquals(
        new UsualVolume(40, 60),
        VolumeFile.read(robot.desk.places().volume()).volume(),
        "at the next start");
    page.locator("#usual").fill("30");
    page.locator("#hear").click();
    assertThat(page.locator("#volume-done")).hasText("The robot speaks at volume 30.");
    page.waitForCondition(
        () -> robot.events.stream().anyMatch(each -> each instanceof PerformanceEvent.Started));
    page.reload();
    assertThat(page.locator("#usual-shown")).hasText("40");
    assertEquals(List.of(), librarian.complaints);
  }

  @Test
  void hearingAVolumeLeavesThatOfAStoryThatIsReadAsItIs() throws Exception {
    assertEquals(Station.Answer.DONE, robot.service.loudness().set(30));
    librarian.signIn().goTo("/robot");
    robot.service.start("owl", 1, Kind.FREE, Optional.empty());
    page.locator("#usual").fill("90");
    page.locator("#hear").click();
    assertThat(page.locator("#problem")).isVisible();
    assertEquals(30, robot.service.loudness().now());
  }

  @Test
  void aBackupIsBroughtBackThoughReportsWait(@TempDir Path other) throws Exception {
    try (RobotInService reporting = RobotInService.reporting(other);
        Librarian visitor = new Librarian(reporting)) {
      reporting.memory.sessions().opened(Sessions.begun(Kind.PROGRAMME, Watch.system(true).now()));
      visitor.signIn().goTo("/robot");
      Path zip = visitor.page.waitForDownload(() -> visitor.page.locator("#backup").click()).path();
      visitor.page.locator("#backup-file").setInputFiles(zip);
      visitor.page.locator("#restore").click();
      assertThat(visitor.page.locator("#restored")).containsText("lies ready");
      assertTrue(Files.exists(reporting.desk.places().data().resolve("restore-ready")));
    }
  }

  @Test
  void inQuietHoursNothingIsToBeHeard() throws Exception {
    Files.createDirectories(robot.desk.places().data());
    LocalTime now = LocalTime.now(ZoneId.of("Asia/Seoul")).truncatedTo(ChronoUnit.MINUTES);
    Files.writeString(
        robot.desk.places().programme(),
        """
        {"revision": 1, "quiet-hours": [{"from": "%s", "to": "%s"}], "plans": []}
        """
            .formatted(now.minusHours(1), now.plusHours(1)));
    robot.robot.keeper().step();
    librarian.signIn().goTo("/robot");
    page.locator("#hear").click();
    assertThat(page.locator("#problem")).isVisible();
    assertTrue(robot.events.stream().noneMatch(each -> each instanceof PerformanceEvent.Started));
  }

  @Test
  void strangersSeeNothingOfIt() throws Exception {
    robot.pin().set(Librarian.PIN);
    try (Http stranger = new Http(robot)) {
      for (String path : List.of("health", "log", "log.txt")) {
        assertEquals(401, stranger.get("/api/robot/" + path).statusCode(), path);
      }
    }
  }

  @Test
  void thePinIsChangedOnlyByWhoKnowsItAndEverybodyElseHasToSignInAgain() throws Exception {
    librarian.signIn().goTo("/robot");
    try (Librarian other = new Librarian(robot)) {
      other.signIn();
      change("000000", "314159");
      assertThat(page.locator("#problem")).hasText("That PIN is not right.");
      assertTrue(robot.pin().matches(Librarian.PIN));
      change(Librarian.PIN, "12345");
      assertThat(page.locator("#problem")).hasText("A PIN has 6 to 12 digits and nothing else.");
      change(Librarian.PIN, "314159");
      assertThat(page.locator("#pin-done")).containsText("The PIN has been changed");
      assertTrue(robot.pin().matches("314159"));
      assertFalse(robot.pin().matches(Librarian.PIN));
      other.goTo("/robot");
      other.page.waitForURL("**/pin**");
      page.reload();
      assertThat(page.locator("#parts li")).hasCount(5);
    }
  }

  private void change(String old, String fresh) {
    page.locator("#old-pin").fill(old);
    page.locator("#new-pin").fill(fresh);
    page.locator("#new-again").fill(fresh);
    page.locator("#change-pin").click();
  }

  @Test
  void aBackupIsDownloadedAndLaidReadyAndAnotherFileIsNot() throws Exception {
    librarian.signIn().goTo("/robot");
    Path zip = page.waitForDownload(() -> page.locator("#backup").click()).path();
    page.locator("#backup-file").setInputFiles(zip);
    page.locator("#restore").click();
    assertThat(page.locator("#restored")).containsText("lies ready");
    Path data = robot.desk.places().data();
    assertTrue(Files.exists(data.resolve("restore-ready/iyagi.db")));
    page.locator("#backup-file").setInputFiles(Files.writeString(folder.resolve("x.zip"), "x"));
    page.locator("#restore").click();
    assertThat(page.locator("#problem")).containsText("This is no backup of a robot");
    assertTrue(Files.exists(data.resolve("restore-ready/iyagi.db")));
    assertEquals(List.of(), librarian.complaints);
  }

  @Test
  void everybodyIsSignedOut() throws Exception {
    librarian.signIn().goTo("/robot");
    try (Librarian other = new Librarian(robot)) {
      other.signIn();
      page.locator("#everybody-out").click();
      page.waitForURL("**/pin**");
      other.goTo("/now");
      other.page.waitForURL("**/pin**");
    }
  }
}
