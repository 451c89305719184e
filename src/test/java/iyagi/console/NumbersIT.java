package iyagi.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import iyagi.session.Attendance;
import iyagi.session.Figures;
import iyagi.session.Figures.By;
import iyagi.session.Kind;
import iyagi.session.Remembered;
import iyagi.session.Result;
import iyagi.session.Session;
import iyagi.session.Tally;
import iyagi.session.Title;
import iyagi.time.ClockQuality;
import iyagi.time.Moment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page Numbers in a real browser. */
final class NumbersIT {
  private static final Title OWL = new Title("owl", "en", "ab12", "The Small Owl", "2-4", 2);
  private static final Title BEAR = new Title("bear", "ko", "cd34", "=곰, \"달\"", "", 3);

  @TempDir private Path folder;
  private RobotInService robot;

  @BeforeEach
  void open() throws Exception {
    Chromium.browser();
    robot = RobotInService.in(folder);
    read("s-1", Kind.PROGRAMME, OWL, "2024-03-05T01:30:00Z", 12, new Attendance(14, 6));
    read("s-2", Kind.PROGRAMME, BEAR, "2024-03-12T01:30:00Z", 20, new Attendance(9, 4));
    read("s-3", Kind.FREE, OWL, "2024-03-31T14:59:59Z", 5);
    // In Seoul it is the first of April already.
    read("s-4", Kind.FREE, OWL, "2024-03-31T15:00:00Z", 7);
  }

  @AfterEach
  void close() {
    if (robot != null) {
      robot.close();
    }
  }

  private void read(
      String id, Kind kind, Title title, String began, int minutes, Attendance... attendance) {
    Moment at = new Moment("b1", Duration.ofMinutes(9), Instant.parse(began), ClockQuality.NTP);
    Tally tally = new Tally(2, 2, 0, 0, 0, Duration.ofMinutes(minutes));
    Session session = new Session(id, kind, title, at, Optional.empty(), tally, Optional.empty());
    robot.memory.sessions().opened(session);
    robot.memory.sessions().closed(session.end(Result.COMPLETED, at));
    for (Attendance counted : attendance) {
      robot.memory.sessions().attended(id, counted, at);
    }
  }

  private Librarian librarian(String language, int width) throws Exception {
    return new Librarian(robot, language, ColorScheme.LIGHT, width, 800).signIn();
  }

  /** The cells of one table, one text a line. */
  private static List<String> lines(Page page, String table) {
    return page.locator("#by-" + table + " tbody tr").all().stream()
        .map(line -> String.join(" | ", line.locator("th, td:not(.bar)").allTextContents()))
        .toList();
  }

  private static String cells(String what, Figures f) {
    return "%s | %d | %d | %d | %d"
        .formatted(what, f.sessions(), f.minutes(), f.children(), f.grownUps());
  }

  @Test
  void theFiguresOfAMonthAreThoseOfTheReturn() throws Exception {
    List<Remembered> march =
        robot.memory.sessions().between(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 4, 1));
    Figures all = Figures.of(march);
    assertEquals(new Figures(3, 3, 37, 23, 10, 2, 0, 0), all);
    try (Librarian librarian = librarian("en-GB", 1100)) {
      Page page = librarian.goTo("/numbers?of=2024-03").page;
      assertThat(page.locator("h1")).hasText("Numbers: March 2024");
      assertThat(page.locator("#sum-sessions")).hasText("3");
      assertThat(page.locator("#sum-minutes")).hasText("37");
      assertThat(page.locator("#sum-children")).hasText("23");
      assertThat(page.locator("#sum-grown-ups")).hasText("10");
      Map<String, Figures> kinds = Figures.of(march, By.KIND);
      assertEquals(
          List.of(
              cells("Free reading", kinds.get("free")),
              cells("Reading programme", kinds.get("programme"))),
          lines(page, "kind"));
      assertEquals(
          List.of("2–4 years | 2 | 17 | 14 | 6", "not said | 1 | 20 | 9 | 4"), lines(page, "ages"));
      assertEquals(
          List.of("English | 2 | 17 | 14 | 6", "Korean | 1 | 20 | 9 | 4"), lines(page, "language"));
      assertEquals(
          List.of("=곰, \"달\" | 1 | 20 | 9 | 4", "The Small Owl | 2 | 17 | 14 | 6"),
          lines(page, "story"));
      assertEquals(List.of(), librarian.complaints);
    }
  }

  @Test
  void aYearShowsItsMonthsAndAnEmptyOneSaysSo() throws Exception {
    try (Librarian librarian = librarian("ko-KR", 1100)) {
      Page page = librarian.goTo("/numbers?of=2024-03").page;
      page.locator("#month").selectOption("");
      assertThat(page.locator("h1")).hasText("통계: 2024년");
      assertThat(page.locator("#by-month tbody tr")).hasCount(12);
      assertEquals("3월 | 3 | 37 | 23 | 10", lines(page, "month").get(2));
      assertEquals("4월 | 1 | 7 | 0 | 0", lines(page, "month").get(3));
      page.locator("#before").click();
      assertThat(page.locator("h1")).hasText("통계: 2023년");
      assertThat(page.locator("#empty")).containsText("이 기간에는 읽은 기록이 없습니다.");
      assertThat(page.locator("#figures")).isHidden();
      page.locator("#month").selectOption("12");
      page.locator("#after").click();
      assertThat(page.locator("h1")).hasText("통계: 2024년 1월");
      page.reload();
      assertThat(page.locator("h1")).hasText("통계: 2024년 1월");
      assertEquals(List.of(), librarian.complaints);
    }
  }

  @Test
  void theFileForTheReturnIsExactToTheByteInBothLanguages() throws Exception {
    String korean =
        """
        기간,구분,항목,횟수,끝까지 읽음,시간(분),어린이,어른,인원을 센 횟수,짧은 시작,날짜 어림
        2024-03,전체,전체,3,3,37,23,10,2,0,0
        2024-03,종류,자유롭게 듣기,1,1,5,0,0,0,0,0
        2024-03,종류,책 읽기 프로그램,2,2,32,23,10,2,0,0
        2024-03,나이,2–4세,2,2,17,14,6,1,0,0
        2024-03,나이,적혀 있지 않음,1,1,20,9,4,1,0,0
        2024-03,언어,영어,2,2,17,14,6,1,0,0
        2024-03,언어,한국어,1,1,20,9,4,1,0,0
        2024-03,이야기,"'=곰, ""달""\",1,1,20,9,4,1,0,0
        2024-03,이야기,The Small Owl,2,2,17,14,6,1,0,0
        2024-03,마무리,끝까지 읽음,3,3,37,23,10,2,0,0
        """;
    try (Librarian librarian = librarian("ko-KR", 1100)) {
      Page page = librarian.goTo("/numbers?of=2024-03").page;
      Download file = page.waitForDownload(() -> page.locator("#csv").click());
      assertEquals("iyagi-2024-03.csv", file.suggestedFilename());
      assertEquals(
          "\uFEFF" + korean.replace("\n", "\r\n"),
          new String(Files.readAllBytes(file.path()), StandardCharsets.UTF_8));
      String english =
          (String)
              page.evaluate("fetch('/api/numbers/2024.csv?language=en').then(file => file.text())");
      List<String> rows = english.lines().toList();
      assertEquals(
          "Period,Told apart by,What,Sessions,Read to the end,Minutes,Children,Grown-ups,"
              + "Sessions counted,Short starts,Dates estimated",
          rows.getFirst());
      assertEquals("2024,all,all,4,4,44,23,10,2,0,0", rows.get(1));
      assertEquals("2024-03,Month,2024-03,3,3,37,23,10,2,0,0", rows.get(4));
    }
  }

  @Test
  void cellsThatASpreadsheetWouldCalculateAreMadeHarmless() {
    assertEquals("'=1+1", NumbersCsv.cell("=1+1"));
    assertEquals("'+82", NumbersCsv.cell("+82"));
    assertEquals("'-1", NumbersCsv.cell("-1"));
    assertEquals("'@SUM(A1)", NumbersCsv.cell("@SUM(A1)"));
    assertEquals("\"'\t=1,\"", NumbersCsv.cell("\t=1,"));
    assertEquals("\"a \"\"b\"\"\"", NumbersCsv.cell("a \"b\""));
    assertEquals("곰과 달", NumbersCsv.cell("곰과 달"));
  }

  @Test
  void whatIsNoPeriodIsRefused() throws Exception {
    robot.signedIn();
    try (Http http = new Http(robot)) {
      http.signIn(Librarian.PIN);
      for (String span : List.of("2026-13", "0000", "march", "2026-1-1.csv", "..%2f2026")) {
        int status = http.get("/api/numbers/" + span).statusCode();
        assertTrue(status == 400 || status == 404, span + " is answered with " + status);
      }
    }
  }

  @Test
  void everybodyCanReadItOnEveryScreenAndOnPaper() throws Exception {
    List<String> found = new ArrayList<>();
    for (String language : List.of("en-GB", "ko-KR")) {
      for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        for (int width : List.of(360, 1100)) {
          try (Librarian librarian = new Librarian(robot, language, theme, width, 760)) {
            Page page = librarian.signIn().goTo("/numbers?of=2024").page;
            page.locator("#by-story").waitFor();
            String look = "%s-%s-%d".formatted(language, theme, width).toLowerCase(Locale.ROOT);
            librarian.barriers().forEach(barrier -> found.add(look + ": " + barrier));
            if (!librarian.fitsItsWidth()) {
              found.add(look + " has to be scrolled sideways");
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            Object ink = page.evaluate("getComputedStyle(document.querySelector('rect')).fill");
            assertEquals("rgb(0, 0, 0)", ink, look);
            assertThat(page.locator("#chooser")).isHidden();
          }
        }
      }
    }
    assertEquals(List.of(), found);
  }
}
