package iyagi.collect;

import iyagi.report.Incoming;
import iyagi.report.Outgoing;
import iyagi.report.Station;
import java.util.List;

/** A robot that has nothing to say but its reports. */
final class QuietStation implements Station {
  @Override
  public String version() {
    return "1";
  }

  @Override
  public String profile() {
    return "owl";
  }

  @Override
  public List<String> languages() {
    return List.of("en");
  }

  @Override
  public Outgoing.Inventory inventory() {
    return new Outgoing.Inventory("h", List.of());
  }

  @Override
  public List<String> faults() {
    return List.of();
  }

  @Override
  public double volumeCeilingDb() {
    return -6;
  }

  @Override
  public void halt() {}

  @Override
  public Answer obey(Incoming.Command command) {
    return Answer.DONE;
  }

  @Override
  public void wish(Incoming.Desired desired) {}
}
