package iyagi.collect;

import iyagi.report.Fact;
import iyagi.report.Json;
import iyagi.report.Message;
import iyagi.report.Outgoing;
import iyagi.report.Report;
import iyagi.report.Topics;
import iyagi.time.ClockQuality;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A robot that writes messages, as tests need them. */
public final class Robot {
  /** When this robot was switched on. */
  public static final Instant SWITCHED_ON = Instant.parse("2026-11-25T08:00:00Z");

  private final String name;
  private final ClockQuality quality;
  private String epoch = "e1";
  private String boot = "b1";
  private String sent = "";

  /** One with a clock of that quality. */
  public Robot(String name, ClockQuality quality) {
    this.name = name;
    this.quality = quality;
  }

  /** It begins a new epoch. */
  public Robot epoch(String next) {
    epoch = next;
    return this;
  }

  /** It is switched on again. */
  public Robot boot(String next) {
    boot = next;
    return this;
  }

  /** From now on it says when it sends. */
  public Robot sendsAt(String ofBoot, Duration sinceBoot) {
    sent = ofBoot + ":" + sinceBoot.toMillis();
    return this;
  }

  /** A report with an id made from its sequence. */
  public Message event(long sequence, Duration sinceBoot, Fact fact) {
    return event(name + "-" + sequence, sequence, sinceBoot, fact);
  }

  /** A report. */
  public Message event(String id, long sequence, Duration sinceBoot, Fact fact) {
    Report report =
        new Report(
            sequence,
            id,
            fact.type(),
            boot,
            sinceBoot,
            SWITCHED_ON.plus(sinceBoot),
            quality,
            Json.text(fact));
    return new Message(
        new Topics(name).events(),
        Json.bytes(Outgoing.event(name, epoch, report)),
        1,
        false,
        new Message.Properties(
            Optional.empty(), "", "", "", sent.isEmpty() ? Map.of() : Map.of("sent", sent)));
  }

  /** A report of which only the cover can be read. */
  public Message garbled(long sequence, String body) {
    return new Message(
        new Topics(name).events(),
        body.getBytes(StandardCharsets.UTF_8),
        1,
        false,
        new Message.Properties(
            Optional.empty(), "", "", "", Map.of("place", epoch + ":" + sequence)));
  }

  /** A report in an envelope of a later kind, with nothing on its cover. */
  public Message later(long sequence) {
    Message today = fault(sequence);
    return message(
        today.topic(), today.text().replace("\"specversion\":\"1.0\"", "\"specversion\":\"2.0\""));
  }

  /** A report that a part has failed, an hour after power-on. */
  public Message fault(long sequence) {
    return event(sequence, Duration.ofHours(1), new Fact.FaultRaised("servos"));
  }

  /** A report that a session has ended, read to its end in 8 minutes. */
  public Message ended(long sequence, String session) {
    return event(sequence, Duration.ofHours(2), completed(session, 480));
  }

  /** A session that was read to its end. */
  public static Fact.SessionEnded completed(String session, long seconds) {
    return new Fact.SessionEnded(
        session,
        "free",
        "bear",
        "en",
        "e",
        "3-6",
        "completed",
        24,
        24,
        4,
        3,
        0,
        seconds,
        false,
        null);
  }

  /** Who it is. */
  public Message info(long first) {
    return message(
        new Topics(name).info(),
        new String(
            Json.bytes(
                new Outgoing.Info(
                    "1.0", "1", "owl", List.of("en"), boot, epoch, first, 0, 0, "ntp", "server")),
            StandardCharsets.UTF_8));
  }

  /** How it is, with QoS 0. */
  public Message health() {
    return new Message(
        new Topics(name).health(),
        "{\"up\":1}".getBytes(StandardCharsets.UTF_8),
        0,
        false,
        Message.Properties.PLAIN);
  }

  /** Anything, with QoS 1. */
  public static Message message(String topic, String body) {
    return new Message(
        topic, body.getBytes(StandardCharsets.UTF_8), 1, false, Message.Properties.PLAIN);
  }

  /** What a collector makes of messages. */
  public static List<Letter> read(Instant received, Message... messages) {
    return List.of(messages).stream()
        .map(message -> LetterReader.read(message, received).orElseThrow())
        .toList();
  }
}
