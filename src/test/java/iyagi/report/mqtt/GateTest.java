package iyagi.report.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.report.LinkEvent;
import iyagi.report.LinkEvent.Acknowledged;
import iyagi.report.LinkEvent.Lost;
import iyagi.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GateTest {
  private final List<LinkEvent> told = new ArrayList<>();
  private final Gate gate = new Gate(told::add);

  @Test
  void whatComesEarlyIsToldInItsOrderWhenTheGateOpens() {
    gate.tell(new Acknowledged(1, 0));
    gate.tell(new Acknowledged(2, 0));
    assertEquals(List.of(), told);
    assertTrue(gate.open());
    gate.tell(new Acknowledged(3, 0));
    assertEquals(
        List.of(new Acknowledged(1, 0), new Acknowledged(2, 0), new Acknowledged(3, 0)), told);
  }

  @Test
  void theLossIsToldOnce() {
    assertTrue(gate.open());
    gate.lose(Sentence.plain("first"));
    gate.lose(Sentence.plain("second"));
    assertEquals(List.of(new Lost(Sentence.plain("first"))), told);
  }

  @Test
  void whatIsLostBeforeItOpensStaysShut() {
    gate.tell(new Acknowledged(1, 0));
    gate.lose(Sentence.plain("too early"));
    assertFalse(gate.open());
    assertEquals(List.of(), told);
  }

  @Test
  void nothingPassesAfterItIsShut() {
    assertTrue(gate.open());
    gate.shut();
    gate.tell(new Acknowledged(1, 0));
    gate.lose(Sentence.plain("nobody cares"));
    assertEquals(List.of(), told);
  }

  @Test
  void whatTheMailboxDoesNotTakeIsNotFollowedUp() {
    Gate refusing =
        new Gate(
            _ -> {
              throw new IllegalStateException("a test's mailbox takes nothing");
            });
    List<String> followed = new ArrayList<>();
    assertTrue(refusing.open());
    refusing.tell(new Acknowledged(1, 0), () -> followed.add("acknowledged"));
    assertEquals(List.of(), followed);
  }

  @Test
  void anInterruptIsKeptFromTheMailboxAndNotForgotten() {
    List<Boolean> seen = new ArrayList<>();
    Gate asking = new Gate(_ -> seen.add(Thread.currentThread().isInterrupted()));
    assertTrue(asking.open());
    Thread.currentThread().interrupt();
    asking.tell(new Acknowledged(1, 0));
    assertTrue(Thread.interrupted());
    assertEquals(List.of(false), seen);
  }
}
