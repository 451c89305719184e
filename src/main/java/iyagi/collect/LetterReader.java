package iyagi.collect;

import iyagi.collect.Letter.Subject;
import iyagi.report.Fact;
import iyagi.report.Json;
import iyagi.report.Message;
import iyagi.report.Topics;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what comes from robots and believes nothing: what passes here can be stored in any database
 * and added up.
 */
final class LetterReader {
  private static final Pattern TOPIC =
      Pattern.compile(
          Pattern.quote(Topics.ROOT)
              + "r/("
              + Topics.ID.pattern()
              + ")/(ev|info|state|health|library)");
  private static final Pattern EVENTS = Pattern.compile(Pattern.quote(Topics.ROOT) + "r/[^/]+/ev");
  private static final Pattern WORD = Pattern.compile("[\\x21-\\x7e]{1,100}");
  private static final Pattern SENT = Pattern.compile("([\\x21-\\x7e]{1,100}):([0-9]{1,15})");

  private static final Pattern PLACE = Pattern.compile("([\\x21-\\x7e]{1,100}):([1-9][0-9]{0,14})");

  /** Neither sequences nor milliseconds come near it, and sums of it do not overflow. */
  private static final long MOST = 1_000_000_000_000_000L;

  private static final Instant EARLIEST = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
  private static final long LONGEST_SESSION_SECONDS = 7 * 24 * 3600L;
  private static final int MOST_HEADS = 999;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(16)
                          .maxStringLength(4096)
                          .maxNumberLength(20)
                          .build())
                  .build())
          .build();

  private LetterReader() {}

  /** Who sent it, if the topic tells. */
  static Optional<String> sender(String topic) {
    Matcher matcher = TOPIC.matcher(topic);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /**
   * The letter; of a report that is malformed or too long its bytes; or nothing, if another message
   * is, as a better one will follow.
   */
  static Optional<Letter> read(Message message, Instant received) {
    Optional<Letter> read = understood(message, received);
    return read.isPresent() || !EVENTS.matcher(message.topic()).matches()
        ? read
        : unread(message, received);
  }

  private static Optional<Letter> unread(Message message, Instant received) {
    Optional<Letter.Place> place = place(message);
    return message.body().length == 0 && place.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Letter.Unread(
                sender(message.topic()).orElse(""),
                message.topic(),
                place,
                Base64.getEncoder().encodeToString(message.body()),
                received));
  }

  /** As it is written on the cover, or else inside. */
  private static Optional<Letter.Place> place(Message message) {
    Matcher cover = PLACE.matcher(message.properties().user().getOrDefault("place", ""));
    if (cover.matches()) {
      return Optional.of(new Letter.Place(cover.group(1), number(cover.group(2))));
    }
    try {
      JsonNode json = MAPPER.readTree(message.body());
      String epoch = text(json, "epoch");
      long sequence = number(text(json, "sequence"));
      return word(epoch) && sequence >= 1
          ? Optional.of(new Letter.Place(epoch, sequence))
          : Optional.empty();
    } catch (JacksonException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<Letter> understood(Message message, Instant received) {
    Matcher topic = TOPIC.matcher(message.topic());
    if (!topic.matches() || message.body().length > Json.LONGEST_BYTES) {
      return Optional.empty();
    }
    try {
      JsonNode json = MAPPER.readTree(message.body());
      return json.isObject() && clean(json.toString())
          ? letter(topic.group(1), topic.group(2), json, message, received)
          : Optional.empty();
    } catch (JacksonException | DateTimeException | ArithmeticException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<Letter> letter(
      String robot, String channel, JsonNode json, Message message, Instant received) {
    return switch (channel) {
      case "ev" -> event(robot, json, message, received);
      case "info" -> info(robot, json, received);
      case "state" -> Optional.of(new Letter.Word(robot, Subject.STATE, json.toString(), received));
      case "health" ->
          Optional.of(new Letter.Word(robot, Subject.HEALTH, json.toString(), received));
      default -> Optional.of(new Letter.Word(robot, Subject.LIBRARY, json.toString(), received));
    };
  }

  private static Optional<Letter> info(String robot, JsonNode json, Instant received) {
    String epoch = text(json, "epoch");
    long first = number(json.path("first").asString("0"));
    return word(epoch) && first >= 1
        ? Optional.of(new Letter.Info(robot, epoch, first, json.toString(), received))
        : Optional.empty();
  }

  private static Optional<Letter> event(
      String robot, JsonNode json, Message message, Instant received) {
    String id = text(json, "id");
    String type = text(json, "type");
    String epoch = text(json, "epoch");
    String boot = text(json, "boot");
    String clock = text(json, "clock");
    long sequence = number(text(json, "sequence"));
    long monoms = number(json.path("monoms").asString("-1"));
    JsonNode data = json.path("data");
    boolean right = word(id) && word(type) && word(epoch) && word(boot) && word(clock);
    if (!right
        || sequence < 1
        || monoms < 0
        || !data.isObject()
        || !text(json, "specversion").equals("1.0")
        || !text(json, "source").equals("/iyagi/" + robot)) {
      return Optional.empty();
    }
    Optional<Instant> time =
        json.path("time").isString() ? Optional.of(instant(text(json, "time"))) : Optional.empty();
    String words = data.toString();
    return Optional.of(
        new Letter.Event(
            robot,
            id,
            type,
            epoch,
            sequence,
            boot,
            monoms,
            time,
            clock,
            words,
            fact(type, words),
            sent(message),
            received));
  }

  /** A fact that is wrong in itself is kept as it is, but not added up. */
  private static Optional<Fact> fact(String type, String data) {
    return switch (type) {
      case "iyagi.session.ended" ->
          Json.read(data, Fact.SessionEnded.class)
              .filter(LetterReader::plausible)
              .map(Fact.class::cast);
      case "iyagi.session.attended" ->
          Json.read(data, Fact.SessionAttended.class)
              .filter(f -> word(f.session()) && heads(f.children()) && heads(f.grownUps()))
              .map(Fact.class::cast);
      case "iyagi.clock.fixed" ->
          Json.read(data, Fact.ClockFixed.class)
              .filter(f -> f.utc() != null && f.monoms() >= 0 && f.monoms() < MOST && dated(f))
              .map(Fact.class::cast);
      case "iyagi.outbox.gap" ->
          Json.read(data, Fact.OutboxGap.class)
              .filter(f -> f.first() >= 1 && f.first() <= f.last() && f.last() < MOST)
              .map(Fact.class::cast);
      default -> Optional.empty();
    };
  }

  private static boolean plausible(Fact.SessionEnded f) {
    return word(f.session())
        && short200(f.kind())
        && short200(f.story())
        && short200(f.lang())
        && short200(f.result())
        && (f.ages() == null || short200(f.ages()))
        && f.activeS() >= 0
        && f.activeS() <= LONGEST_SESSION_SECONDS;
  }

  private static boolean dated(Fact.ClockFixed fact) {
    try {
      instant(fact.utc());
      return true;
    } catch (DateTimeException no) {
      return false;
    }
  }

  private static boolean heads(int count) {
    return count >= 0 && count <= MOST_HEADS;
  }

  private static Optional<Letter.Sent> sent(Message message) {
    Matcher sent = SENT.matcher(message.properties().user().getOrDefault("sent", ""));
    return sent.matches()
        ? Optional.of(new Letter.Sent(sent.group(1), number(sent.group(2))))
        : Optional.empty();
  }

  private static Instant instant(String text) {
    Instant time = Instant.parse(text);
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw new DateTimeException("no time of a robot: " + text);
    }
    return time;
  }

  /** -1 if it is none, or larger than anything that is counted here. */
  private static long number(String text) {
    return text.matches("[0-9]{1,15}") ? Long.parseLong(text) : -1;
  }

  private static String text(JsonNode json, String name) {
    JsonNode value = json.path(name);
    return value.isString() ? value.asString() : "";
  }

  private static boolean word(String text) {
    return text != null && WORD.matcher(text).matches();
  }

  private static boolean short200(String text) {
    return text != null
        && text.length() <= 200
        && text.codePoints().noneMatch(Character::isISOControl);
  }

  /** Whether UTF-8 has all of it: half a surrogate pair it has not. */
  private static boolean clean(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
