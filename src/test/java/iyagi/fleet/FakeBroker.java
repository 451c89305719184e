package iyagi.fleet;

import iyagi.report.Link;
import iyagi.report.LinkEvent;
import iyagi.report.Message;
import iyagi.report.Uplink;
import iyagi.words.Sentence;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A broker in the same thread that takes everything and says what it is told to say. */
final class FakeBroker implements Uplink {
  final List<Message> sent = new ArrayList<>();
  private Consumer<LinkEvent> mailbox = _ -> {};
  boolean left;

  @Override
  public Link open(Terms terms, Consumer<LinkEvent> box) {
    mailbox = box;
    return new Link() {
      @Override
      public void publish(long ticket, Message message) {
        sent.add(message);
        box.accept(new LinkEvent.Acknowledged(ticket, 0));
      }

      @Override
      public void acknowledge(LinkEvent.Arrived arrived) {}

      @Override
      public void leave() {
        left = true;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public String address() {
    return "mqtt://library:1883";
  }

  void lose() {
    mailbox.accept(new LinkEvent.Lost(Sentence.plain("the cat")));
  }

  void arrive(String topic, String text) {
    mailbox.accept(
        new LinkEvent.Arrived(
            new Message(
                topic,
                text.getBytes(StandardCharsets.UTF_8),
                1,
                false,
                new Message.Properties(
                    Optional.of(Duration.ofSeconds(30)), Message.JSON, "", "c-1", Map.of())),
            1));
  }

  /** Texts of the messages sent on topics with that ending. */
  List<String> on(String channel) {
    return sent.stream().filter(m -> m.topic().endsWith("/" + channel)).map(Message::text).toList();
  }
}
