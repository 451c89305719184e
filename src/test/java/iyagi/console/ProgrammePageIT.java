package iyagi.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import iyagi.cli.Cli;
import iyagi.performance.Command;
import iyagi.program.Arc;
import iyagi.program.Item;
import iyagi.program.NotebookFile;
import iyagi.program.OwnWords;
import iyagi.program.Plan;
import iyagi.program.Programme;
import iyagi.program.ProgrammeBook;
import iyagi.program.ProgrammeResult;
import iyagi.program.When;
import iyagi.score.Manner;
import iyagi.words.Sentence;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
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
      case ProgrammeResult.Rejected(List<Sentence> problems) -> throw new AssertionError(problems);
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
    plansATuesday("en-GB", "Owls at night", "10:30", "Remove");
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
      page.locator("#hello").selectOption("");
      page.locator("#save").click();
      assertThat(on(page, "2031-03-11")).containsText("Owls and moons");
      Plan changed = programme().plan("owls").orElseThrow();
      assertEquals(Optional.empty(), changed.arc().hello());
      assertEquals(List.of("a blanket"), changed.materials());
      page.locator("#holiday-name").fill("Buddha's birthday");
      page.locator("#holiday-from").fill("2031-03-11");
      page.locator("#holiday-save").click();
      assertThat(page.locator("#holiday-wrong"))
          .containsText("1 session of ‘Owls and moons’ falls on it");
      assertThat(page.locator("#holiday-wrong")).containsText("Tue, 11 March 2031");
      assertThat(on(page, "2031-03-11")).not().containsText("left out");
      page.getByText("Save all the same").click();
      assertThat(on(page, "2031-03-11")).containsText("left out: holiday");
      page.getByLabel("Remove: 18:00 – 09:00").click();
      assertThat(page.locator("#quiet li")).hasCount(0);
      assertEquals(6, programme().revision());
      assertEquals(List.of(), librarian.complaints);
    }
  }

  private static final String EVERYTHING =
      """
      {"revision": 7, "announce-minutes": 0,
       "quiet-hours": [{"from": "12:30", "to": "14:00"}, {"from": "18:00", "to": "09:00"}],
       "holidays": [{"from": "2031-03-05", "until": "2031-03-06", "name": " Spring "}],
       "plans": [
        {"id": "all", "title": " Every thing ", "language": "fr-CA", "weekly": "sunday",
         "from": "2030-01-01", "until": "2032-12-31", "start": "00:05", "minutes": 60, "announcement-words": "Come,  all! ",
         "grace-minutes": 0, "hello": "welcome", "goodbye": "", "manner": "usual",
         "items": [{"question": "What is \\"round\\"?", "wait-seconds": 60, "hint": " hm ", "say": ""},
          {"song": "moon"}, {"stretch": "hop"}, {"stretch": "stretch"}, {"story": "owl.fr"},
          {"story": "owl"}, {"question": "And now?", "wait-seconds": 1, "hint": "", "say": "Bye! "}],
         "materials": [" a blanket", "two  cups "]},
        {"id": "once", "title": "Once", "language": "ko", "date": "2031-03-04", "start": "10:30",
         "hello-words": " 안녕!", "items": [{"story": "owl"}], "manner": "hard-of-hearing"},
        {"id": "weekly", "title": "No end", "language": "en", "weekly": "monday",
         "from": "2031-03-01", "start": "10:30", "items": [{"story": "owl"}]}]}
      """;

  private static void saving(Page page, Runnable act) {
    page.waitForResponse(each -> each.request().method().equals("PUT"), act);
  }

  @Test
  void whatIsOpenedAndSavedUnchangedIsExactlyAsItWas() throws Exception {
    write(EVERYTHING);
    Programme before = programme();
    try (Librarian librarian = new Librarian(robot).signIn()) {
      Page page = librarian.goTo(WEEK).page;
      for (int plan = 0; plan < 3; plan++) {
        page.locator("#plans li").nth(plan).locator("button").first().click();
        page.locator("#save").click();
        assertThat(page.locator("#plan")).isHidden();
      }
      saving(page, () -> page.locator("#announcing button").click());
      for (int days = 0; days < 2; days++) {
        page.locator("#quiet li").nth(days).locator("button").first().click();
        page.locator("#hours-save").click();
        assertThat(page.locator("#hours-cancel")).isHidden();
      }
      assertEquals(13, programme().revision());
      assertEquals(before.plans(), programme().plans());
      assertEquals(before.quiet(), programme().quiet());
      assertEquals(before.holidays(), programme().holidays());
      assertEquals(before.announce(), programme().announce());
      assertEquals(List.of(), librarian.complaints);
    }
  }

  private static final String GIVEN = "fetch('/api/programme').then(r => r.json())";

  /** Every option of 'iyagi programme add', against what the page has made. */
  private void theCommandMakesTheSame(Page page) {
    Object made = page.evaluate(GIVEN + ".then(all => JSON.stringify(all.programme.plans))");
    page.getByLabel("Remove: Moon and bears").click();
    assertThat(page.locator("#no-plans")).isVisible();
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    assertEquals(0, Cli.run(robot.desk, out, out, COMMAND.toArray(String[]::new)), said::toString);
    assertEquals(made, page.evaluate(GIVEN + ".then(all => JSON.stringify(all.programme.plans))"));
    page.reload();
  }

  private static final List<String> COMMAND =
      List.of(
          "programme",
          "add",
          "plan-1",
          "--title=Moon and bears",
          "--weekly=friday",
          "--from=2031-03-07",
          "--until=2031-06-27",
          "--start=10:30",
          "--minutes=25",
          "--grace=0",
          "--language=en",
          "--manner=calm",
          "--say-hello=Hello, owls!",
          "--say-goodbye=Good night. Sleep well!",
          "--say-announcement=Come to the tree.",
          "--material=a blanket",
          "--material=the moon card",
          "question:What was round? | wait: 9 | answer: The moon! | hint: It shines.",
          "story:owl");

  @Test
  void everythingOfAPlanCanBeSet() throws Exception {
    try (Librarian librarian = new Librarian(robot).signIn()) {
      Page page = librarian.goTo(WEEK).page;
      page.locator("#add").click();
      page.locator("#title").fill("Moon and bears");
      page.locator("#repeat").selectOption("friday");
      page.locator("#from-day").fill("2031-03-07");
      page.locator("#until-day").fill("2031-06-27");
      page.locator("#grace").fill("0");
      page.locator("#manner").selectOption("calm");
      page.locator("#add-story").click();
      page.locator("#add-question").click();
      assertThat(page.getByLabel("The robot asks")).isFocused();
      page.keyboard().type("What was round?");
      page.getByLabel("Waits").fill("9");
      page.getByLabel("Hint").fill("It shines.");
      page.getByLabel("Then it says").fill("The moon!");
      page.getByLabel("Earlier: 2. Question").click();
      page.locator("#hello").selectOption("Own words");
      page.locator("#hello-words").fill("{wave} Hello, owls!");
      page.locator("#goodbye").selectOption("Own words");
      page.locator("#goodbye-words").fill("Good night.\nSleep well!");
      page.locator("#announcement-words").fill("Come to the tree.");
      page.locator("#save").click();
      assertThat(page.locator("#wrong li"))
          .hasText(
              "hello-words would not be said as it stands; leave out the signs of a story's text,"
                  + " as braces, #, * and >, and a name with a colon at the beginning");
      page.locator("#hello-words").fill("Hello, owls!");
      page.locator("#materials").fill("a blanket\n\n the moon card ");
      page.locator("#save").click();
      assertThat(on(page, "2031-03-07")).containsText("Calm: easily overwhelmed");
      assertThat(page.locator("#plans")).containsText("from Fri, 7 March 2031");
      Plan plan = programme().plan("plan-1").orElseThrow();
      assertEquals(
          new When.Weekly(
              DayOfWeek.FRIDAY,
              Optional.of(LocalDate.of(2031, 3, 7)),
              Optional.of(LocalDate.of(2031, 6, 27))),
          plan.when());
      assertEquals(Duration.ZERO, plan.grace());
      assertEquals(Optional.of(Manner.CALM), plan.manner());
      assertEquals(
          new Arc(
              Optional.of("hello"),
              List.of(
                  new Item.Question(
                      "What was round?", Duration.ofSeconds(9), "It shines.", "The moon!"),
                  new Item.Story("owl")),
              Optional.of("goodbye")),
          plan.arc());
      assertEquals(List.of("a blanket", "the moon card"), plan.materials());
      assertEquals(
          new OwnWords(
              Optional.of("Hello, owls!"),
              Optional.of("Good night. Sleep well!"),
              Optional.of("Come to the tree.")),
          plan.words());
      theCommandMakesTheSame(page);
      page.locator("#announce").fill("12");
      saving(page, () -> page.locator("#announcing button").click());
      on(page, "2031-03-07").locator("a").click();
      assertThat(page.locator("#manner")).hasText("For whom: Calm: easily overwhelmed");
      assertThat(page.locator("#announcement")).containsText("“Come to the tree.”");
      assertThat(page.locator("#lines .words"))
          .hasText(new String[] {"“Hello, owls!”", "“Good night. Sleep well!”"});
      assertEquals(Duration.ofMinutes(12), programme().announce());
      assertEquals(List.of(), librarian.complaints);
    }
  }

  private void isWarnedOf(String language, String live, String day, String again) throws Exception {
    write(PLANNED);
    try (Librarian librarian =
        new Librarian(robot, language, ColorScheme.LIGHT, 360, 760).signIn()) {
      Page page = librarian.goTo(WEEK).page;
      page.locator("#plans li").first().locator("button").first().click();
      page.locator("#start").fill("18:30");
      assertThat(page.locator("#clash")).hasText(live);
      assertEquals(List.of(), librarian.barriers());
      page.locator("#save").click();
      assertThat(page.locator("#wrong li")).hasText(live);
      assertEquals(3, programme().revision(), "nothing is saved yet");
      page.locator("#title").fill("Owls again");
      assertThat(page.locator("#wrong")).isHidden();
      page.locator("#repeat").selectOption("");
      page.locator("#date").fill("2031-03-05");
      page.locator("#start").fill("10:30");
      assertThat(page.locator("#wrong")).isHidden();
      assertThat(page.locator("#clash")).hasText(day);
      assertTrue(librarian.fitsItsWidth());
      page.locator("#save").click();
      page.getByText(again).click();
      assertThat(page.locator("#plan")).isHidden();
      assertEquals(
          new When.Once(LocalDate.of(2031, 3, 5)), programme().plan("owls").orElseThrow().when());
      assertEquals(List.of(), librarian.complaints);
    }
  }

  @Test
  void aPlanInQuietHoursOrOnAHolidayIsWarnedOfInTheFormInBothLanguages() throws Exception {
    isWarnedOf(
        "en-GB",
        "18:30 is in quiet hours (18:00 to 09:00): nothing would begin.",
        "2031-03-05 is a holiday (Spring): it would be left out.",
        "Save all the same");
    isWarnedOf(
        "ko-KR",
        "오후 6시 30분은 조용한 시간(오후 6시부터 오전 9시까지)이라 시작하지 않아요.",
        "2031년 3월 5일: 쉬는 날(Spring)이라 하지 않아요.",
        "그래도 저장");
  }

  @Test
  void daysAndHoursWithoutAreChangedAndWhatTheyWouldTakeIsSaidBefore() throws Exception {
    write(PLANNED);
    try (Librarian librarian = new Librarian(robot).signIn()) {
      Page page = librarian.goTo(WEEK).page;
      page.getByLabel("Change: Spring").click();
      assertThat(page.locator("#holiday-from")).hasValue("2031-03-05");
      page.locator("#holiday-name").fill("Long spring");
      page.locator("#holiday-until").fill("2031-03-19");
      page.locator("#holiday-save").click();
      assertThat(page.locator("#holiday-wrong")).containsText("2 sessions of ‘Owls’ fall on it");
      assertThat(page.locator("#holiday-wrong")).containsText("2 sessions of ‘Flowers’ fall on it");
      assertEquals(3, programme().revision(), "nothing is saved yet");
      page.getByText("Save all the same").click();
      assertThat(on(page, "2031-03-05")).containsText("Long spring");
      assertEquals(1, programme().holidays().size());
      page.locator("#holiday-name").fill("Backwards");
      page.locator("#holiday-from").fill("2031-05-05");
      page.locator("#holiday-until").fill("2031-05-01");
      page.locator("#holiday-save").click();
      assertThat(page.locator("#holiday-wrong li")).hasCount(1);
      assertThat(page.locator("#holiday-wrong")).containsText("2031-05-01");
      page.getByLabel("Change: 18:00 – 09:00").click();
      page.locator("#hours-to").fill("10:29");
      page.locator("#hours-save").click();
      assertThat(page.locator("#hours-cancel")).isHidden();
      page.locator("#hours-from").fill("10:40");
      page.locator("#hours-to").fill("10:45");
      page.locator("#hours-save").click();
      assertThat(page.locator("#hours-wrong")).containsText("‘Owls’ would have to end early");
      page.locator("#hours-from").fill("10:30");
      assertThat(page.locator("#hours-wrong")).isHidden();
      page.locator("#hours-save").click();
      assertThat(page.locator("#hours-wrong")).containsText("of ‘Owls’ fall into it");
      assertEquals(1, programme().quiet().size());
      assertEquals(LocalTime.of(10, 29), programme().quiet().getFirst().to());
      assertEquals(List.of(), librarian.complaints);
    }
  }

  @Test
  void whatWasMissedSaysWhyAndNeverBeginsInQuietHoursOrOnAHoliday() throws Exception {
    robot.close();
    write(PLANNED);
    Files.writeString(
        robot.desk.places().programmeJournal(),
        """
        {"lookedUpTo": "2031-03-04T02:00:00Z", "entries": [
         {"plan": "owls", "when": "2031-03-04T10:30:00", "at": "2031-03-04T01:30:00Z",
          "state": "MISSED", "reason": "READING", "begun": null}]}
        """);
    robot = RobotInService.in(folder);
    assertEquals(List.of(), robot.told);
    try (Librarian librarian = new Librarian(robot).signIn();
        Librarian korean = new Librarian(robot, "ko-KR", ColorScheme.LIGHT, 360, 760).signIn()) {
      Page page = librarian.goTo(WEEK).page;
      assertThat(on(page, "2031-03-04").locator("[data-state=missed]")).containsText("10:30");
      assertThat(on(page, "2031-03-04").locator("[data-state=missed] .state"))
          .hasText("missed – somebody else was being read to");
      assertThat(on(page, "2031-03-04").locator("[data-state=quiet]")).containsText("19:00");
      assertThat(on(page, "2031-03-04").locator("[data-state=quiet] .state"))
          .hasText("left out: quiet hours");
      assertThat(on(page, "2031-03-05").locator("[data-state=holiday] .state"))
          .hasText("left out: holiday");
      page = korean.goTo(WEEK).page;
      assertThat(on(page, "2031-03-04").locator("[data-state=missed]")).containsText("오전 10:30");
      assertThat(on(page, "2031-03-04").locator("[data-state=missed] .state"))
          .hasText("하지 못함 – 다른 사람에게 읽어 주고 있었습니다");
      assertThat(on(page, "2031-03-04").locator("[data-state=quiet] .state")).hasText("조용한 시간이라 쉼");
      assertThat(on(page, "2031-03-05").locator("[data-state=holiday] .state")).hasText("휴관일이라 쉼");
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
  void theWallFollowsAPlanForSomebodyAndAfterAHaltTheRobotsOwnManner() throws Exception {
    write(
        PLANNED
            .replace("{\"from\": \"18:00\", \"to\": \"09:00\"}", "")
            .replace("\"weekly\": \"tuesday\"", "\"date\": \"2031-03-04\", \"manner\": \"calm\""));
    try (Librarian librarian = new Librarian(robot).signIn();
        Librarian wall = new Librarian(robot).goTo("/captions")) {
      assertThat(wall.page.locator("#wall")).hasAttribute("data-way", "plain");
      robot.robot.keeper().startNow("owls");
      robot.robot.keeper().step();
      assertThat(wall.page.locator("#wall")).hasAttribute("data-way", "calm");
      assertThat(librarian.page.locator("#manner")).hasValue("calm");
      assertThat(librarian.page.locator("#manner-hint"))
          .containsText("programme under way has it so");
      robot.service.command(new Command.Halt());
      librarian.page.waitForCondition(
          () -> {
            robot.robot.keeper().step();
            return !robot.service.mannerPlanned();
          });
      assertThat(wall.page.locator("#wall")).hasAttribute("data-way", "plain");
      assertThat(librarian.page.locator("#manner")).hasValue("usual");
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
      assertThat(page.locator("#wrong li"))
          .hasText(
              "materials has 201 characters or a line break; 1 to 200 characters on one line are"
                  + " allowed");
      assertEquals(3, programme().revision());
    }
  }

  @Test
  void mistakesAreSaidInKoreanOnAKoreanPage() throws Exception {
    write(
        PLANNED
            .replace("\"10:30\"", "\"half\"")
            .replace("\"title\": \"Stars\"", "\"titel\": \"Stars\""));
    try (Librarian librarian =
        new Librarian(robot, "ko-KR", ColorScheme.LIGHT, 1200, 900).signIn()) {
      Page page = librarian.goTo(WEEK).page;
      assertThat(page.locator("#mistakes-list")).containsText("시작 시각(start)");
      assertThat(page.locator("#mistakes-list")).containsText("혹시 'title' 아닌가요?");
      write(PLANNED);
      page.reload();
      page.getByLabel("바꾸기: Owls").click();
      page.locator("#materials").fill("x".repeat(201));
      page.locator("#save").click();
      assertThat(page.locator("#wrong li"))
          .hasText("준비물(materials)에 201자가 있거나 줄바꿈이 있어요. 한 줄로 1~200자까지 돼요");
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
          page.locator("#add-question").click();
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
