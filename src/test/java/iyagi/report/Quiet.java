package iyagi.report;

import java.util.ArrayList;
import java.util.List;

/** A robot that does nothing but remember what it was asked. */
public class Quiet implements Station {
  /** Types of the commands that it was given. */
  public final List<String> asked = new ArrayList<>();

  /** Wishes that it was given. */
  public final List<Incoming.Desired> wishes = new ArrayList<>();

  /** How often it was halted. */
  public volatile int halts;

  @Override
  public String version() {
    return "0.2.0";
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
    return new Outgoing.Inventory("ab12", List.of(new Outgoing.Shelved("bear", "en", "ab12", 12)));
  }

  @Override
  public List<String> faults() {
    return List.of();
  }

  @Override
  public double volumeCeilingDb() {
    return -12;
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate")
  public void halt() {
    halts++;
  }

  @Override
  public Answer obey(Incoming.Command command) {
    asked.add(command.type());
    return Answer.DONE;
  }

  @Override
  public void wish(Incoming.Desired desired) {
    wishes.add(desired);
  }
}
