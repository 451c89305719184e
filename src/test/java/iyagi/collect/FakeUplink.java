package iyagi.collect;

import iyagi.report.Link;
import iyagi.report.LinkEvent;
import iyagi.report.Message;
import iyagi.report.Uplink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A broker of a test's own. What is sent to it is written down; nothing is answered by itself. */
final class FakeUplink implements Uplink {
  record Sent(long ticket, Message message) {}

  final List<Sent> sent = new ArrayList<>();
  final List<Integer> acknowledged = new ArrayList<>();
  final List<Terms> opened = new ArrayList<>();
  int closed;
  boolean left;
  Optional<Unreachable> trouble = Optional.empty();
  private Consumer<LinkEvent> mailbox;
  private int packets;

  @Override
  public Link open(Terms terms, Consumer<LinkEvent> wanted) {
    opened.add(terms);
    if (trouble.isPresent()) {
      throw trouble.get();
    }
    mailbox = wanted;
    return new Link() {
      @Override
      public void publish(long ticket, Message message) {
        sent.add(new Sent(ticket, message));
      }

      @Override
      public void acknowledge(LinkEvent.Arrived arrived) {
        acknowledged.add(arrived.packet());
      }

      @Override
      public void leave() {
        left = true;
      }

      @Override
      public void close() {
        closed++;
      }
    };
  }

  @Override
  public String address() {
    return "mqtt://fake:1883";
  }

  /** A message comes; its packet number, from 1. */
  int arrives(Message message) {
    packets++;
    mailbox.accept(new LinkEvent.Arrived(message, packets));
    return packets;
  }

  void tells(LinkEvent event) {
    mailbox.accept(event);
  }

  /** What was sent to a topic, in order. */
  List<String> to(String topic) {
    return sent.stream()
        .filter(s -> s.message().topic().equals(topic))
        .map(s -> s.message().text())
        .toList();
  }
}
