package iyagi.fleet;

import iyagi.fleet.PretendPlayer.Wish;
import iyagi.performance.PerformanceEvent.Ending;
import iyagi.report.Incoming;
import iyagi.report.Outgoing;
import iyagi.report.Refusal;
import iyagi.report.Station;
import iyagi.session.Kind;
import java.util.List;

/**
 * A virtual robot as its relay sees it: obeys like a real one. The library's wishes for volume,
 * hours and stories have nothing to act upon here. Any thread.
 */
final class PretendStation implements Station {
  private static final double CEILING_DB = -12;
  private static final int LOUDEST = 100;

  private final String version;
  private final PretendPlayer player;

  PretendStation(String version, PretendPlayer player) {
    this.version = version;
    this.player = player;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public String profile() {
    return "virtual";
  }

  @Override
  public List<String> languages() {
    return Repertoire.LANGUAGES;
  }

  @Override
  public Outgoing.Inventory inventory() {
    return Repertoire.INVENTORY;
  }

  @Override
  public List<String> faults() {
    return List.of();
  }

  @Override
  public double volumeCeilingDb() {
    return CEILING_DB;
  }

  @Override
  public void halt() {
    player.ask(new Wish.End(Ending.HALTED));
  }

  @Override
  public Answer obey(Incoming.Command command) {
    Incoming.Args args = command.args();
    return switch (command.type()) {
      case "story.start" -> start(args);
      case "story.pause" -> whileReading(new Wish.Pause());
      case "story.resume" -> whileReading(new Wish.Resume());
      case "story.stop" -> whileReading(new Wish.End(Ending.STOPPED));
      case "robot.halt" -> {
        halt();
        yield Answer.DONE;
      }
      case "volume.set" ->
          args.level() == null || args.level() < 0 || args.level() > LOUDEST
              ? Answer.refused(Refusal.BAD_ARGS)
              : Answer.DONE;
      case "story.fetch" -> Answer.refused(Refusal.NOT_ALLOWED);
      default -> Answer.refused(Refusal.UNKNOWN_TYPE);
    };
  }

  private Answer start(Incoming.Args args) {
    if (args.story() == null) {
      return Answer.refused(Refusal.BAD_ARGS);
    }
    return Repertoire.find(args.story(), args.lang())
        .map(
            title -> {
              player.ask(new Wish.Start(title, Kind.of(String.valueOf(args.kind()))));
              return Answer.DONE;
            })
        .orElse(Answer.refused(Refusal.UNKNOWN_STORY));
  }

  private Answer whileReading(Wish wish) {
    if (!player.reading()) {
      return Answer.refused(Refusal.NOT_READING);
    }
    player.ask(wish);
    return Answer.DONE;
  }

  @Override
  public void wish(Incoming.Desired desired) {
    // Kept by the relay, like a real robot's.
  }
}
