package iyagi.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import iyagi.program.NotebookFile;
import iyagi.program.Plan;
import iyagi.program.Programme;
import iyagi.program.ProgrammeBook;
import iyagi.program.ProgrammeResult;
import iyagi.program.When;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page Programme and its run sheet in a real browser. */
final class ProgrammePageIT {
  /** Monday of a week that is far away, so that nothing begins in it. */
  private static final String WEEK = "/programme?week=2031-03-03";

  private static final String PLANNED =
      """
      {"revision": 3, "announce-minutes": 5,
       "quiet-hours": [{"from": "18:00", "to": "09:00"}],
       "holidays": [{"from": "2031-03-05", "until": "2031-03-06", "name": "Spring"}],
       "plans": [
        {"id": "owls", "title": "Owls", "language": "en", "weekly": "tuesday", "start": "10:30",
         "items": [{"story": "owl"}, {"stretch": "stretch"}], "materials": ["a blanket"]},
        {"id": "late", "title": "Stars", "language": "en", "date": "2031-03-04", "start": "19:00",
         "items": [{"story": "gone"}]},
        {"id": "spring", "title": "Flowers", "language": "en", "weekly": "wednesday",
         "start": "15:00", "items": [{"story": "owl"}]}]}
      """;

  @TempDir private Path folder;
  private RobotInService robot;

  @BeforeEach
  void open() throws Exception {
    Chromium.browser();
    robot = RobotInService.in(folder);
  }

  @AfterEach
  void close() {
    if (robot != null) {
      robot.close();
    }
  }

  private Programme programme() {
    ProgrammeBook book = new ProgrammeBook(new NotebookFile(robot.desk.places().programme()));
    return switch (book.read()) {
      case ProgrammeResult.Read(Programme programme) -> programme;
      case ProgrammeResult.Rejected(List<String> problems) -> throw new AssertionError(problems);
    };
  }

  private void write(String text) throws Exception {
    Files.createDirectories(robot.desk.places().data());
    Files.writeString(robot.desk.places().programme(), text);
  }

  private static Locator on(Page page, String date) {
    return page.locator(".day[data-date='" + date + "']");
  }

  private void plansATuesday(String language, String title, String start, String remove)
      throws Exception {
    try (Librarian librarian =
        new Librarian(robot, language, ColorScheme.LIGHT, 1200, 900).signIn()) {
      Page page = librarian.goTo(WEEK).page;
      page.locator("#add").click();
      page.locator("#title").fill(title);
      page.locator("#repeat").selectOption("tuesday");
      page.locator("#start").fill("10:30");
      page.locator("#minutes").fill("20");
      page.locator("#save").click();
      assertThat(page.locator("#wrong")).isVisible();
      page.locator("#add-story").click();
      page.locator("#add-stretch").click();
      page.locator("#save").click();
      assertThat(on(page, "2031-03-04")).containsText(title);
      assertThat(on(page, "2031-03-04")).containsText(start);
      assertThat(on(page, "2031-03-05")).not().containsText(title);
      Plan plan = programme().plans().getFirst();
      assertEquals(
          new When.Weekly(DayOfWeek.TUESDAY, Optional.empty(), Optional.empty()), plan.when());
      assertEquals(LocalTime.of(10, 30), plan.start());
      assertEquals(20, plan.cap().toMinutes());
      assertEquals(language.substring(0, 2), plan.language());
      assertEquals(4, plan.arc().size());
      on(page, "2031-03-04").locator("a").click();
      assertThat(page.locator("#title")).hasText(title);
      assertThat(page.locator("#when")).containsText(start);
      assertThat(page.locator("#lines > li")).hasCount(4);
      assertThat(page.locator("#lines")).containsText("hoot like an owl together.");
      page.goBack();
      page.getByLabel(remove + ": " + title).click();
      assertThat(page.locator("#no-plans")).isVisible();
      assertEquals(List.of(), programme().plans());
      assertEquals(List.of(), librarian.complaints);
    }
  }

  @Test
  void aStoryIsPlannedForTuesdaySeenPrintedAndRemovedInBothLanguages() throws Exception {
    plansATuesday("en-GB", "Owls at night", "10:30 AM", "Remove");
    plansATuesday("ko-KR", "밤의 부엉이", "오전 10:30", "지우기");
  }

  @Test
  void theWeekSaysWhatIsLeftOutAndWhatIsChangedStaysAPlan() throws Exception {
    write(PLANNED);
    try (Librarian librarian = new Librarian(robot).signIn()) {
      Page page = librarian.goTo(WEEK).page;
      assertThat(on(page, "2031-03-04").locator(".state").nth(0)).hasText("planned");
      assertThat(on(page, "2031-03-04").locator(".state").nth(1)).hasText("left out: quiet hours");
      assertThat(on(page, "2031-03-05")).containsText("left out: holiday");
      assertThat(on(page, "2031-03-06")).containsText("Spring");
      page.locator("#after").click();
      assertThat(on(page, "2031-03-12").locator(".state")).hasText("planned");
      page.getByLabel("Change: Owls").click();
      page.locator("#title").fill("Owls and moons");
      page.locator("#hello").uncheck();
      page.locator("#save").click();
      assertThat(on(page, "2031-03-11")).containsText("Owls and moons");
      Plan changed = programme().plan("owls").orElseThrow();
      assertEquals(Optional.empty(), changed.arc().hello());
      assertEquals(List.of("a blanket"), changed.materials());
      page.locator("#holiday-name").fill("Buddha's birthday");
      page.locator("#holiday-from").fill("2031-03-11");
      page.locator("#holiday button").click();
      assertThat(on(page, "2031-03-11")).containsText("left out: holiday");
      page.getByLabel("Remove: 6:00 PM – 9:00 AM").click();
      assertThat(page.locator("#quiet li")).hasCount(0);
      assertEquals(6, programme().revision());
      assertEquals(List.of(), librarian.complaints);
    }
  }

  @Test
  void aPlanIsStartedAtOnce() throws Exception {
    write(
        PLANNED
            .replace("{\"from\": \"18:00\", \"to\": \"09:00\"}", "")
            .replace("\"weekly\": \"tuesday\"", "\"date\": \"2031-03-04\""));
    try (Librarian librarian = new Librarian(robot).signIn()) {
      Page page = librarian.goTo(WEEK).page;
      page.getByLabel("Start now: Owls").click();
      assertThat(page.locator("#problem")).containsText("not taken this plan over yet");
      robot.robot.keeper().step();
      page.getByLabel("Start now: Owls").click();
      assertThat(page.locator("#status")).hasText("The robot begins Owls.");
      assertEquals(List.of(), librarian.complaints);
    }
  }

  @Test
  void aChangeOfAnOldRevisionIsRefusedAndNothingIsLost() throws Exception {
    write(PLANNED);
    try (Librarian librarian = new Librarian(robot).signIn()) {
      Page page = librarian.goTo(WEEK).page;
      page.getByLabel("Change: Owls").click();
      write(PLANNED.replace("\"revision\": 3", "\"revision\": 4").replace("Owls", "Moons"));
      page.locator("#save").click();
      assertThat(page.locator("#wrong")).containsText("Somebody else has changed the programme");
      assertEquals("Moons", programme().plan("owls").orElseThrow().title());
    }
  }

  @Test
  void everyMistakeIsSaidInTheFormAndOfTheFile() throws Exception {
    write(PLANNED.replace("\"10:30\"", "\"half\"").replace("wednesday", "someday"));
    try (Librarian librarian = new Librarian(robot).signIn()) {
      Page page = librarian.goTo(WEEK).page;
      assertThat(page.locator("#mistakes-list li")).hasCount(2);
      write(PLANNED);
      page.reload();
      page.getByLabel("Change: Owls").click();
      page.locator("#materials").fill("x".repeat(201));
      page.locator("#save").click();
      assertThat(page.locator("#wrong li")).hasCount(1);
      assertThat(page.locator("#wrong li")).containsText("materials");
      assertEquals(3, programme().revision());
    }
  }

  @Test
  void everybodyCanUseBothOnEveryScreenAndOnPaper() throws Exception {
    write(PLANNED);
    List<String> found = new ArrayList<>();
    for (String language : List.of("en-GB", "ko-KR")) {
      for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        int width = theme == ColorScheme.LIGHT ? 360 : 1200;
        try (Librarian librarian = new Librarian(robot, language, theme, width, 760)) {
          Page page = librarian.signIn().goTo(WEEK).page;
          String look = "%s-%s-%d".formatted(language, theme, width).toLowerCase(Locale.ROOT);
          page.locator("#plans li").first().waitFor();
          check(librarian, look, found);
          page.locator("#plans button").first().click();
          check(librarian, "form " + look, found);
          librarian.goTo("/sheet?plan=owls&date=2031-03-04");
          page.locator("#lines li").first().waitFor();
          check(librarian, "sheet " + look, found);
          page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
          assertThat(page.locator("#print")).isHidden();
          assertTrue(librarian.complaints.isEmpty(), librarian.complaints.toString());
        }
      }
    }
    assertEquals(List.of(), found);
  }

  private static void check(Librarian librarian, String where, List<String> found)
      throws Exception {
    librarian.barriers().forEach(barrier -> found.add(where + ": " + barrier));
    if (!librarian.fitsItsWidth()) {
      found.add(where + " has to be scrolled sideways");
    }
  }
}
