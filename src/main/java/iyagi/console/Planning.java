package iyagi.console;

import iyagi.performance.PlayerState;
import iyagi.program.Entry;
import iyagi.program.NotebookFile;
import iyagi.program.Plan;
import iyagi.program.Programme;
import iyagi.program.ProgrammeBook;
import iyagi.program.ProgrammeResult;
import iyagi.program.RunSheet;
import iyagi.program.Timetable;
import iyagi.service.ProgrammeTeller;
import iyagi.service.StoryAtHand;
import iyagi.words.Korean;
import iyagi.words.Sentence;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page *Programme*: what is read when, and the sheet that grown-ups hold meanwhile. */
final class Planning implements Part {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Pattern ITEM = Pattern.compile("items\\[(\\d+)]");

  private final Robot robot;
  private final ProgrammeBook book;

  Planning(Robot robot) {
    this.robot = robot;
    book = new ProgrammeBook(new NotebookFile(robot.desk().places().programme()));
  }

  @Override
  public String page() {
    return "programme";
  }

  @Override
  public void routes(Door door) {
    door.page("programme");
    door.page("sheet");
    door.get("/api/programme", ask -> Answer.json(shown(ask)));
    door.put("/api/programme", this::keep);
    door.post("/api/programme/losses", this::losses);
    door.post("/api/programme/start", this::start);
    door.get("/api/programme/sheet", ask -> Answer.json(SheetText.of(sheet(ask))));
  }

  /**
   * A week, and everything that is planned.
   *
   * @param today the date where the robot stands
   * @param clockKnown whether anything begins by itself
   * @param problems of the file; while there are any, nothing can be changed here
   * @param programme as its file has it
   * @param free an id for a new plan, which no plan has or had
   */
  record Shown(
      String today,
      boolean clockKnown,
      List<String> problems,
      JsonNode programme,
      String free,
      List<Week.Day> week) {}

  private Shown shown(Ask ask) {
    LocalDate today = now().atZone(robot.settings().zone()).toLocalDate();
    LocalDate monday =
        date(ask.query("week"), () -> today)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return switch (book.read()) {
      case ProgrammeResult.Read(Programme programme) -> shown(today, List.of(), programme, monday);
      case ProgrammeResult.Rejected(List<Sentence> problems) ->
          shown(today, said(ask, problems), robot.keeper().state().programme(), monday);
    };
  }

  private Shown shown(
      LocalDate today, List<String> problems, Programme programme, LocalDate monday) {
    List<Entry> journal = robot.keeper().latest();
    Week week = new Week(programme, robot.settings().zone(), journal);
    return new Shown(
        today.toString(),
        robot.watch().now().quality().good(),
        problems,
        JSON.readTree(ProgrammeBook.text(programme)),
        free(programme, journal),
        week.from(monday));
  }

  /** What became of a plan that was taken out is not to be told of another one. */
  private static String free(Programme programme, List<Entry> journal) {
    Set<String> taken = journal.stream().map(Entry::plan).collect(Collectors.toSet());
    programme.plans().forEach(plan -> taken.add(plan.id()));
    return IntStream.iterate(1, number -> number + 1)
        .mapToObj(number -> "plan-" + number)
        .filter(id -> !taken.contains(id))
        .findFirst()
        .orElseThrow();
  }

  private Instant now() {
    return robot.watch().now().wall();
  }

  private static LocalDate date(Optional<String> text, Supplier<LocalDate> otherwise) {
    try {
      return text.filter(t -> !t.isEmpty()).map(LocalDate::parse).orElseGet(otherwise);
    } catch (DateTimeException none) {
      throw new Refused(400, "not-understood");
    }
  }

  private static List<String> said(Ask ask, List<Sentence> problems) {
    return problems.stream().map(each -> said(ask, each)).toList();
  }

  /** In the page's language. */
  private static String said(Ask ask, Sentence problem) {
    return (ask.language().equals("ko") ? Korean.of(problem) : Optional.<String>empty())
        .orElseGet(problem::toString);
  }

  /** Whoever looks at the form knows the place, but for the number of the thing. */
  private static String inForm(Ask ask, Sentence problem) {
    if (problem.parts().getLast() instanceof Sentence what) {
      Matcher item = ITEM.matcher(String.valueOf(problem.parts().getFirst()));
      return (item.find() ? item.group(1) + ". " : "") + said(ask, what);
    }
    return said(ask, problem);
  }

  /** A programme that somebody wants to be kept. */
  private static Programme wanted(Ask ask) {
    String text = ask.json(JsonNode.class).toString();
    return switch (ProgrammeBook.read("programme", text)) {
      case ProgrammeResult.Rejected(List<Sentence> problems) ->
          throw new Refused(
              400,
              "programme-mistakes",
              Map.of("reasons", problems.stream().map(each -> inForm(ask, each)).toList()));
      case ProgrammeResult.Read(Programme programme) -> programme;
    };
  }

  /** What a change would take of what is planned; nothing is changed. */
  private Answer losses(Ask ask) {
    Programme changed = wanted(ask);
    Programme there =
        book.read() instanceof ProgrammeResult.Read(Programme programme)
            ? programme
            : Programme.NOTHING;
    return Answer.json(Losses.of(there, changed, robot.settings().zone(), now(), ask.language()));
  }

  /** The whole programme, changed, as the next revision of what was shown. */
  private Answer keep(Ask ask) {
    Programme changed = wanted(ask);
    if (book.read() instanceof ProgrammeResult.Read(Programme there)
        && there.revision() + 1 != changed.revision()) {
      throw new Refused(409, "programme-changed");
    }
    Optional<String> why = book.keep(changed).map(each -> said(ask, each));
    if (why.isPresent()) {
      throw new Refused(409, "programme-not-kept", Map.of("reason", why.get()));
    }
    return Answer.done();
  }

  record Start(String plan) {}

  private Answer start(Ask ask) {
    String id = String.valueOf(ask.json(Start.class).plan);
    Programme programme = robot.keeper().state().programme();
    if (programme.plan(id).isEmpty()) {
      throw new Refused(409, "plan-soon");
    }
    if (new Timetable(programme, robot.settings().zone()).quiet(now())) {
      throw new Refused(409, "quiet-hours");
    }
    switch (robot.service().phase()) {
      case PlayerState.Phase.IDLE -> robot.keeper().startNow(id);
      case PlayerState.Phase.HALTED -> throw new Refused(409, "halted");
      case PlayerState.Phase.READING, PlayerState.Phase.PAUSED, PlayerState.Phase.WAITING ->
          throw new Refused(409, "reading");
    }
    return Answer.done();
  }

  private RunSheet sheet(Ask ask) {
    if (!(book.read() instanceof ProgrammeResult.Read(Programme programme))) {
      throw new Refused(409, "programme-mistakes", Map.of("reasons", List.of()));
    }
    Plan plan =
        programme
            .plan(ask.query("plan").orElse(""))
            .orElseThrow(() -> new Refused(404, "not-found"));
    Optional<LocalDate> day =
        ask.query("date").filter(t -> !t.isEmpty()).map(t -> date(Optional.of(t), () -> null));
    return RunSheet.of(
        plan,
        day,
        part -> ProgrammeTeller.find(robot.desk(), part, _ -> {}).map(StoryAtHand::story));
  }
}
