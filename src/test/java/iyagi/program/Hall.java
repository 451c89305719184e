package iyagi.program;

import iyagi.performance.PerformanceEvent.Ending;
import iyagi.score.Manner;
import iyagi.time.ClockQuality;
import iyagi.time.ManualClock;
import iyagi.time.ManualWatch;
import iyagi.time.Moment;
import iyagi.words.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A library with a robot in it, whose plug can be pulled at any moment. Its storyteller needs the
 * time that things take, and notes every fault of the timetable.
 */
final class Hall implements Storyteller {
  /** The plug has been pulled. */
  static final class Unplugged extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  static final Duration SENTENCE = Duration.ofSeconds(5);
  static final Duration PAGE = Duration.ofSeconds(60);

  final ManualClock clock = new ManualClock();
  final ManualWatch watch;
  final ZoneId zone;
  final MemoryNotebook plans = new MemoryNotebook(() -> {});
  final MemoryNotebook notes = new MemoryNotebook(this::effect);
  final List<String> told = new ArrayList<>();

  /** "10:30:00 hello", "10:30:20 bear 1": what was begun, by the true clock. */
  final List<String> begun = new ArrayList<>();

  final Map<String, Instant> occasions = new HashMap<>();
  final Map<String, Duration> lengths = new HashMap<>();
  final Set<String> unknown = new HashSet<>();
  final Set<String> completed = new HashSet<>();
  private final Map<String, Left> sessions = new HashMap<>();

  /** For whom what is asked for now is. */
  Optional<Manner> suited = Optional.empty();

  /** For whom each thing was that was begun. */
  final List<String> manners = new ArrayList<>();

  /** Sessions that go on with none: as many as programmes are counted. */
  int firsts;

  boolean busy;
  boolean halted;
  boolean paused;
  boolean judge = true;
  int unplugAt = Integer.MAX_VALUE;
  int effects;
  Timekeeper keeper;
  private Optional<Part> part = Optional.empty();
  private Optional<Ending> ended = Optional.empty();
  private long beganNanos;
  private long endsNanos;
  private boolean cut;

  Hall(ZoneId zone, LocalDateTime now) {
    this.zone = zone;
    Instant wall = now.atZone(zone).toInstant();
    watch = new ManualWatch(clock, new Moment("b1", Duration.ZERO, wall, ClockQuality.NTP));
  }

  static Plan plan(String id, When when, String start, Item... items) {
    return new Plan(
        id,
        "Theme of " + id,
        "en",
        when,
        LocalTime.parse(start),
        Plan.USUAL_CAP,
        Plan.USUAL_GRACE,
        Arc.usual(List.of(items)),
        List.of(),
        Optional.empty());
  }

  static Plan tuesdays(Item... items) {
    return plan("tuesday", weekly(DayOfWeek.TUESDAY), "10:30", items);
  }

  static When weekly(DayOfWeek day) {
    return new When.Weekly(day, Optional.empty(), Optional.empty());
  }

  static Item story(String name) {
    return new Item.Story(name);
  }

  static Programme programme(Plan... all) {
    Programme programme = Programme.NOTHING;
    for (Plan plan : all) {
      programme = programme.with(plan);
    }
    return programme;
  }

  Hall planned(Programme programme) {
    try {
      plans.write(ProgrammeWriter.text(programme));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return this;
  }

  /** The program begins. */
  Hall boot() {
    Journal journal = new Journal(notes, sentence -> told.add(sentence.toString()));
    keeper =
        new Timekeeper(
            new Timekeeper.Parts(
                new ProgrammeBook(plans),
                journal,
                this,
                zone,
                sentence -> told.add(sentence.toString())),
            watch);
    return this;
  }

  /** The plug is pulled, and the robot begins anew after a while. */
  void unplug(Duration off) {
    part.filter(_ -> ended.isEmpty())
        .ifPresent(
            each -> {
              if (each instanceof Part.Reading reading) {
                int pages = (int) ((clock.nanos() - beganNanos) / PAGE.toNanos());
                sessions.put(reading.session(), new Left(false, reading.page() + pages));
              }
            });
    part = Optional.empty();
    ended = Optional.empty();
    busy = false;
    halted = false;
    suited = Optional.empty();
    Moment then = watch.now();
    clock.advance(off);
    watch.set(new Moment(then.boot() + "x", Duration.ZERO, then.wall().plus(off), then.quality()));
    unplugAt = Integer.MAX_VALUE;
    boot();
  }

  void quality(ClockQuality quality) {
    Moment now = watch.now();
    watch.set(new Moment(now.boot(), now.sinceBoot(), now.wall(), quality));
  }

  void setClock(Duration by) {
    Moment now = watch.now();
    watch.set(new Moment(now.boot(), now.sinceBoot(), now.wall().plus(by), now.quality()));
  }

  LocalDateTime now() {
    return LocalDateTime.ofInstant(watch.now().wall(), zone);
  }

  /** Steps every few seconds for a while. */
  Hall run(Duration time) {
    for (long t = 0; t < time.toSeconds(); t += 5) {
      keeper.step();
      audit();
      clock.advance(Duration.ofSeconds(5));
    }
    return this;
  }

  Hall until(String time) {
    LocalDateTime end = now().toLocalDate().atTime(LocalTime.parse(time));
    while (now().isBefore(end)) {
      run(Duration.ofSeconds(5));
    }
    return this;
  }

  /** What has begun stays begun, at its one moment, and one thing is under way at a time. */
  void audit() {
    long underWay = keeper.latest().stream().filter(e -> e.state() == Entry.State.BEGUN).count();
    if (watch.now().quality().good() && underWay > 1) {
      throw new AssertionError(underWay + " programmes are under way: " + keeper.latest());
    }
    for (Entry entry : keeper.latest()) {
      if (entry.state().began()) {
        Instant at = entry.begun().orElseThrow().at();
        Instant before = occasions.putIfAbsent(entry.plan() + "@" + entry.when(), at);
        if (before != null && !before.equals(at)) {
          throw new AssertionError(entry + " had begun at " + before);
        }
      }
    }
  }

  private boolean quiet() {
    LocalTime time = now().toLocalTime();
    return new ProgrammeBook(plans).read() instanceof ProgrammeResult.Read(Programme programme)
        && programme.quiet().stream().anyMatch(hours -> hours.at(time));
  }

  List<String> stories() {
    return begun.stream()
        .map(line -> line.substring(9))
        .filter(line -> line.matches(".* [0-9]+"))
        .toList();
  }

  List<String> names() {
    return begun.stream().map(line -> line.substring(9)).toList();
  }

  Entry last() {
    return keeper.latest().getLast();
  }

  /** Something that lasts is about to happen, or has just happened. */
  private void effect() {
    if (++effects == unplugAt) {
      throw new Unplugged();
    }
  }

  @Override
  public Situation situation() {
    listen();
    if (halted) {
      return Situation.HALTED;
    }
    if (part.isPresent() && ended.isEmpty()) {
      return Situation.OURS;
    }
    return busy ? Situation.BUSY : Situation.FREE;
  }

  private void listen() {
    if (part.isEmpty() || ended.isPresent()) {
      return;
    }
    if (halted) {
      end(Ending.HALTED);
    } else if (!paused && clock.nanos() >= endsNanos) {
      end(cut ? Ending.STOPPED : Ending.COMPLETED);
    }
  }

  private void end(Ending ending) {
    ended = Optional.of(ending);
    if (part.get() instanceof Part.Reading reading) {
      sessions.put(reading.session(), new Left(ending == Ending.COMPLETED, reading.page()));
      if (ending == Ending.COMPLETED) {
        completed.add(reading.session());
      }
    }
  }

  @Override
  public Optional<Sentence> begin(Part wanted) {
    effect();
    String name = wanted.title();
    if (unknown.contains(name)) {
      return Optional.of(Sentence.of("there is no '{0}'", name));
    }
    if (judge && (situation() != Situation.FREE)) {
      throw new AssertionError(name + " was begun although " + situation());
    }
    begun.add(
        LocalTime.from(now())
                .truncatedTo(ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ISO_LOCAL_TIME)
            + " "
            + name
            + (wanted instanceof Part.Reading reading ? " " + reading.page() : ""));
    manners.add(name + " " + suited.map(Manner::word).orElse("-"));
    if (judge && quiet()) {
      throw new AssertionError(name + " was begun in quiet hours, at " + now());
    }
    Duration length = lengths.getOrDefault(name, Duration.ofSeconds(20));
    if (wanted instanceof Part.Reading reading) {
      length = lengths.getOrDefault(name, Duration.ofMinutes(4));
      length = length.minus(PAGE.multipliedBy(reading.page() - 1L));
      sessions.put(reading.session(), new Left(false, reading.page()));
      if (reading.goesOn().map(before -> !sessions.containsKey(before)).orElse(false)) {
        throw new AssertionError(reading + " goes on with a session that never was");
      }
      firsts += reading.goesOn().isEmpty() ? 1 : 0;
    }
    part = Optional.of(wanted);
    ended = Optional.empty();
    cut = false;
    beganNanos = clock.nanos();
    endsNanos = beganNanos + length.toNanos();
    effect();
    return Optional.empty();
  }

  @Override
  public void suit(Optional<Manner> manner) {
    suited = manner;
  }

  @Override
  public void finish() {
    effect();
    cut = true;
    endsNanos = Math.min(endsNanos, clock.nanos() + SENTENCE.toNanos());
  }

  @Override
  public void stop() {
    if (part.isPresent() && ended.isEmpty()) {
      paused = false;
      end(Ending.STOPPED);
    }
  }

  @Override
  public Optional<Ending> ended() {
    listen();
    return ended;
  }

  @Override
  public Optional<Left> left(String session) {
    return Optional.ofNullable(sessions.get(session));
  }
}
