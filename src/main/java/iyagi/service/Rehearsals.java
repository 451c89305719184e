package iyagi.service;

import iyagi.program.Part;
import iyagi.program.Plan;
import iyagi.program.Programme;
import iyagi.score.Manner;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.tinylog.Logger;

/**
 * Makes the speech of what a programme says between its stories beforehand, one thing after the
 * other, while nobody is read to; {@link Readying} sees to the stories. One thread steps.
 */
public final class Rehearsals {
  private final Desk desk;
  private final Supplier<Programme> programme;
  private final BooleanSupplier free;
  private final Set<Rehearsal> done = new HashSet<>();

  private record Rehearsal(Part part, Manner manner) {}

  /**
   * Rehearsals of a programme.
   *
   * @param programme as it is now
   * @param free whether nobody is read to
   */
  public Rehearsals(Desk desk, Supplier<Programme> programme, BooleanSupplier free) {
    this.desk = desk;
    this.programme = programme;
    this.free = free;
  }

  /** Waits, then does one thing if there is something to do. */
  public void await(Duration most) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(most.toNanos());
    step();
  }

  /** Makes the speech of the first part that has not been tried since the start. */
  public void step() throws InterruptedException {
    if (free.getAsBoolean()) {
      for (Rehearsal each : rehearsals(programme.get())) {
        if (done.add(each)) {
          ProgrammeTeller.rehearse(
              desk, each.part(), each.manner(), sentence -> Logger.debug(sentence.toString()));
          return;
        }
      }
    }
  }

  private static Set<Rehearsal> rehearsals(Programme programme) {
    Set<Rehearsal> all = new LinkedHashSet<>();
    for (Plan plan : programme.plans()) {
      // The announcement is before the programme, in the robot's own manner.
      all.add(new Rehearsal(plan.announcement(), Manner.USUAL));
      Manner manner = plan.manner().orElse(Manner.USUAL);
      parts(plan).forEach(part -> all.add(new Rehearsal(part, manner)));
    }
    return all;
  }

  private static List<Part> parts(Plan plan) {
    return IntStream.range(0, plan.arc().size())
        .mapToObj(plan::part)
        .filter(part -> !(part instanceof Part.Reading))
        .toList();
  }
}
