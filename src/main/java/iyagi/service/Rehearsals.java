package iyagi.service;

import iyagi.program.Part;
import iyagi.program.Plan;
import iyagi.program.Programme;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.tinylog.Logger;

/**
 * Makes the speech of what a programme says between its stories beforehand, one thing after the
 * other, while nobody is read to; {@link Readying} sees to the stories. One thread steps.
 */
public final class Rehearsals {
  private final Desk desk;
  private final Supplier<Programme> programme;
  private final BooleanSupplier free;
  private final Set<Part> done = new HashSet<>();

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
      for (Part part : parts(programme.get())) {
        if (done.add(part)) {
          ProgrammeTeller.rehearse(desk, part, Logger::debug);
          return;
        }
      }
    }
  }

  private static Set<Part> parts(Programme programme) {
    Set<Part> parts = new LinkedHashSet<>();
    for (Plan plan : programme.plans()) {
      String language = plan.language();
      parts.add(new Part.Words(Part.ANNOUNCEMENT, language));
      plan.arc().hello().ifPresent(name -> parts.add(new Part.Words(name, language)));
      plan.arc().items().stream()
          .map(item -> Part.of(item, language))
          .filter(part -> !(part instanceof Part.Reading))
          .forEach(parts::add);
      plan.arc().goodbye().ifPresent(name -> parts.add(new Part.Words(name, language)));
    }
    return parts;
  }
}
