package iyagi.report;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A broker in the same thread: what it was sent, and what it is to say. */
final class FakeUplink implements Uplink {
  /** A message that was sent, with its ticket. */
  record Sent(long ticket, Message message) {}

  final List<Sent> sent = new ArrayList<>();
  final List<Terms> terms = new ArrayList<>();
  Optional<Unreachable> refusal = Optional.empty();

  /** Code with which every message is answered at once; nothing is answered where there is none. */
  Optional<Integer> answer = Optional.of(0);

  int closed;
  int left;
  private Consumer<LinkEvent> mailbox;

  @Override
  public Link open(Terms wanted, Consumer<LinkEvent> box) {
    refusal.ifPresent(
        unreachable -> {
          throw unreachable;
        });
    terms.add(wanted);
    mailbox = box;
    return new Link() {
      @Override
      public void publish(long ticket, Message message) {
        sent.add(new Sent(ticket, message));
        answer.ifPresent(code -> box.accept(new LinkEvent.Acknowledged(ticket, code)));
      }

      @Override
      public void acknowledge(LinkEvent.Arrived arrived) {}

      @Override
      public void leave() {
        left++;
      }

      @Override
      public void close() {
        closed++;
      }
    };
  }

  @Override
  public String address() {
    return "mqtt://library:1883";
  }

  void say(LinkEvent event) {
    mailbox.accept(event);
  }

  /** A message comes from the broker. */
  void arrive(String topic, String text, boolean retained, Optional<Duration> expiry) {
    say(
        new LinkEvent.Arrived(
            new Message(
                topic,
                text.getBytes(StandardCharsets.UTF_8),
                1,
                retained,
                new Message.Properties(expiry, Message.JSON, "", "c-7", Map.of())),
            1));
  }

  /** Texts of the messages sent on topics with that ending. */
  List<String> on(String channel) {
    return sent.stream()
        .map(Sent::message)
        .filter(m -> m.topic().endsWith("/" + channel))
        .map(Message::text)
        .toList();
  }
}
