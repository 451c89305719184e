package iyagi.report;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import iyagi.session.Kind;
import iyagi.session.Note;
import iyagi.session.Result;
import iyagi.time.ClockQuality;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published contract says what the program does. */
final class ContractTest {
  private static final JsonNode CONTRACT =
      new YAMLMapper().readTree(Path.of("firmware-config/telemetry/asyncapi.yaml").toFile());
  private static final JsonMapper JSON = new JsonMapper();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

  /** Messages of the document that leave the robot, by schema. */
  private static final Map<String, String> LEAVING =
      Map.of(
          "state", "State",
          "info", "Info",
          "health", "Health",
          "event", "Event",
          "library", "Inventory",
          "result", "Result");

  @Test
  void everyMessageIsAsTheContractSays() {
    Samples.kinds(Incoming.class, Samples.heard());
    for (Outgoing message : Samples.messages()) {
      assertValid(message.getClass().getSimpleName(), JSON.readTree(Json.bytes(message)));
    }
    for (Incoming message : Samples.heard()) {
      assertValid(message.getClass().getSimpleName(), JSON.readTree(Json.bytes(message)));
    }
  }

  @Test
  void everyFactIsAsTheContractSaysWithAClockAndWithoutOne() {
    Samples.kinds(Fact.class, Samples.facts());
    for (Fact fact : Samples.facts()) {
      assertValid(fact.getClass().getSimpleName(), JSON.readTree(Json.text(fact)));
      for (ClockQuality quality : ClockQuality.values()) {
        JsonNode event = event(fact, quality);
        assertEquals(quality.good(), event.has("time"));
        assertValid("Event", event);
      }
    }
  }

  @Test
  void anEventHoldsTheFactOfItsTypeOnly() {
    for (Fact one : Samples.facts()) {
      for (Fact other : Samples.facts()) {
        ObjectNode event = event(one, ClockQuality.NTP);
        event.set("data", JSON.readTree(Json.text(other)));
        boolean alike =
            Arrays.equals(names(one.getClass()).toArray(), names(other.getClass()).toArray());
        assertEquals(alike, errors("Event", event).isEmpty(), one + " as " + other);
      }
    }
  }

  @Test
  void aTimeThatIsNotRoundedIsAMistake() {
    ObjectNode event = event(Samples.facts().getFirst(), ClockQuality.NTP);
    event.put("time", "2026-11-23T09:17:00Z");
    assertFalse(errors("Event", event).isEmpty());

    event = event(Samples.facts().getFirst(), ClockQuality.NTP);
    event.put("monoms", 1_512_345);
    assertFalse(errors("Event", event).isEmpty());
  }

  @Test
  void everySchemaHasTheFieldsOfItsRecord() {
    Set<Class<?>> records = new LinkedHashSet<>();
    Stream.of(Outgoing.class, Fact.class, Incoming.class)
        .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
        .forEach(kind -> collect(kind, records));
    assertTrue(records.size() > 20, records.toString());
    for (Class<?> kind : records) {
      JsonNode schema = schemaNode(kind.getSimpleName());
      assertEquals(
          names(kind), new TreeSet<>(schema.path("properties").propertyNames()), kind::toString);
    }
  }

  @Test
  void everySchemaOfWhatLeavesIsClosedAndItsStringsAreBound() {
    List<String> seen = new ArrayList<>();
    for (String name : closed()) {
      assertClosed(name, schemaNode(name), seen);
    }
    assertTrue(seen.size() > 80, seen.size() + " schemas");
  }

  @Test
  void everyExampleIsValid() {
    int count = 0;
    for (Map.Entry<String, JsonNode> message : at("/components/messages").properties()) {
      String schema = last(message.getValue().at("/payload/$ref").asString());
      assertFalse(message.getValue().path("examples").isEmpty(), message.getKey());
      for (JsonNode example : message.getValue().path("examples")) {
        assertValid(schema, example.path("payload"));
        if (example.has("headers")) {
          assertValid("EventHeaders", example.path("headers"));
        }
        count++;
      }
    }
    assertTrue(count > 20, count + " examples");
  }

  @Test
  void thereIsAnExampleOfEveryEventAndEveryCommand() {
    assertEquals(words(at("/components/schemas/Event/properties/type")), types("event"));
    assertEquals(words(at("/components/schemas/Command/properties/type")), types("command"));
  }

  @Test
  void aChildsNameIsRejectedWhereverItStands() {
    int count = 0;
    for (Map.Entry<String, String> message : LEAVING.entrySet()) {
      for (JsonNode example : at("/components/messages/" + message.getKey() + "/examples")) {
        List<ObjectNode> places = objects(example.path("payload"));
        for (ObjectNode place : places) {
          place.put("childName", "Mina");
          assertFalse(
              errors(message.getValue(), example.path("payload")).isEmpty(), example::toString);
          place.remove("childName");
          count++;
        }
        assertValid(message.getValue(), example.path("payload"));
      }
    }
    assertTrue(count > 30, count + " places");
  }

  @Test
  void noTextFieldTakesASentence() {
    for (Map.Entry<String, String> message : LEAVING.entrySet()) {
      for (JsonNode example : at("/components/messages/" + message.getKey() + "/examples")) {
        for (ObjectNode place : objects(example.path("payload"))) {
          for (String name : List.copyOf(place.propertyNames())) {
            JsonNode before = place.get(name);
            if (before.isString()) {
              place.put(name, "Mina liked the bear");
              assertFalse(errors(message.getValue(), example.path("payload")).isEmpty(), name);
              place.set(name, before);
            }
          }
        }
      }
    }
  }

  @Test
  void theChannelsAreTheTopics() {
    Topics topics = new Topics(Samples.ROBOT);
    Map<String, String> code =
        Map.of(
            "state", topics.state(),
            "info", topics.info(),
            "health", topics.health(),
            "events", topics.events(),
            "library", topics.library(),
            "results", topics.results(),
            "commands", topics.commands(),
            "desired", topics.desired(),
            "confirm", topics.confirm(),
            "server", Topics.SERVER);
    assertEquals(code.keySet(), Set.copyOf(at("/channels").propertyNames()));
    code.forEach((channel, topic) -> assertEquals(topic, address(channel)));
  }

  @Test
  void everythingIsSentAsItsOperationSays() {
    Map<String, Message> sent = Samples.sent();
    Set<String> sending = new TreeSet<>();
    for (Map.Entry<String, JsonNode> operation : at("/operations").properties()) {
      if (operation.getValue().path("action").asString().equals("send")) {
        sending.add(operation.getKey());
      }
    }
    assertEquals(sending, new TreeSet<>(sent.keySet()));
    sent.forEach(
        (name, message) -> {
          JsonNode operation = at("/operations/" + name);
          JsonNode mqtt = operation.at("/bindings/mqtt");
          assertEquals(address(last(operation.at("/channel/$ref").asString())), message.topic());
          assertEquals(mqtt.path("qos").asInt(), message.qos(), name);
          assertEquals(mqtt.path("retain").asBoolean(), message.retained(), name);
          assertEquals(expiry(mqtt), message.properties().expiry(), name);
          JsonNode described =
              at("/components/messages/" + last(operation.at("/messages/0/$ref").asString()));
          assertEquals(
              described.path("contentType").asString(), message.properties().contentType(), name);
        });
  }

  @Test
  void eventsCarryTheirUserProperties() {
    Message event = Samples.sent().get("sendEvent");
    assertValid("EventHeaders", JSON.valueToTree(event.properties().user()));
    assertEquals(
        Samples.BOOT + ":" + Samples.NOW.sinceBoot().toMillis(),
        event.properties().user().get("sent"));
  }

  @Test
  void theConnectionIsMadeAsTheServerSays() {
    JsonNode server = at("/servers/library");
    JsonNode mqtt = server.at("/bindings/mqtt");
    assertEquals(Relay.SESSION_KEPT.toSeconds(), mqtt.path("sessionExpiryInterval").asLong());
    assertEquals(Tempo.USUAL.keepAlive().toSeconds(), mqtt.path("keepAlive").asLong());
    assertEquals(Relay.WILL_DELAY.toSeconds(), server.path("x-will-delay-seconds").asLong());
    assertEquals(Messages.STATE_EXPIRY.toSeconds(), server.path("x-will-expiry-seconds").asLong());
    assertEquals(Uplink.LONGEST_PACKET_BYTES, mqtt.path("maximumPacketSize").asInt());
    assertTrue(Json.LONGEST_BYTES < Uplink.LONGEST_PACKET_BYTES);
    assertEquals(Messages.CONTRACT, at("/info/version").asString());
    assertTrue(
        at("/info/description").asString().contains("receive maximum " + Relay.COMMANDS_AT_ONCE));
    JsonNode will = mqtt.path("lastWill");
    Message state = Samples.sent().get("sendState");
    assertEquals(state.topic(), will.path("topic").asString());
    assertEquals(state.qos(), will.path("qos").asInt());
    assertEquals(state.retained(), will.path("retain").asBoolean());
    assertValid("State", JSON.readTree(will.path("message").asString()));
  }

  @Test
  void theListsOfWordsAreTheCodes() {
    assertWords("/Command/properties/type", Commands.TYPES.stream());
    assertWords("/Result/properties/reason", words(Refusal.values(), Refusal::word));
    assertWords("/Result/properties/status", words(Station.Status.values(), Station.Status::word));
    assertWords("/SessionEnded/properties/result", words(Result.values(), Result::word));
    assertWords("/Kind", words(Kind.values(), Kind::word));
    assertWords("/Part", words(Note.Part.values(), Note.Part::word));
    assertWords("/Clock", words(ClockQuality.values(), ClockQuality::word));
    assertWords("/Event/properties/type", Samples.facts().stream().map(Fact::type).distinct());
  }

  private static <T> Stream<String> words(T[] values, Function<T, String> word) {
    return Arrays.stream(values).map(word);
  }

  private static void assertWords(String schema, Stream<String> code) {
    assertEquals(
        code.collect(toCollection(TreeSet::new)), words(at("/components/schemas" + schema)));
  }

  private static Set<String> words(JsonNode schema) {
    Set<String> words = new TreeSet<>();
    schema.path("enum").forEach(word -> words.add(word.asString()));
    return words;
  }

  private static Set<String> types(String message) {
    Set<String> types = new TreeSet<>();
    at("/components/messages/" + message + "/examples")
        .forEach(example -> types.add(example.at("/payload/type").asString()));
    return types;
  }

  private static JsonNode at(String pointer) {
    JsonNode found = CONTRACT.at(pointer);
    assertFalse(found.isMissingNode(), pointer);
    return found;
  }

  private static String address(String channel) {
    return at("/channels/" + channel + "/address").asString().replace("{robot}", Samples.ROBOT);
  }

  private static Optional<Duration> expiry(JsonNode mqtt) {
    return mqtt.has("messageExpiryInterval")
        ? Optional.of(Duration.ofSeconds(mqtt.path("messageExpiryInterval").asLong()))
        : Optional.empty();
  }

  private static String last(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  private static ObjectNode event(Fact fact, ClockQuality quality) {
    Report report = Samples.report(fact, quality);
    return (ObjectNode)
        JSON.readTree(Json.bytes(Outgoing.event(Samples.ROBOT, Samples.EPOCH, report)));
  }

  private static JsonNode schemaNode(String name) {
    return at("/components/schemas/" + name);
  }

  private static List<Error> errors(String name, JsonNode instance) {
    ObjectNode root = JSON.createObjectNode();
    root.putArray("allOf").addObject().put("$ref", "#/components/schemas/" + name);
    root.set("components", JSON.createObjectNode().set("schemas", at("/components/schemas")));
    schemaNode(name);
    Schema schema = SCHEMAS.getSchema(root);
    return schema.validate(
        instance,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private static void assertValid(String name, JsonNode instance) {
    assertEquals(List.of(), errors(name, instance), instance::toString);
  }

  /** Every object in a message, itself included. */
  private static List<ObjectNode> objects(JsonNode node) {
    List<ObjectNode> objects = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      objects.add(object);
    }
    node.forEach(child -> objects.addAll(objects(child)));
    return objects;
  }

  private static Set<String> names(Class<?> kind) {
    return Arrays.stream(kind.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(toCollection(TreeSet::new));
  }

  private static void collect(Class<?> kind, Set<Class<?>> records) {
    if (!kind.isRecord() || !records.add(kind)) {
      return;
    }
    for (RecordComponent part : kind.getRecordComponents()) {
      collect(part.getType(), records);
      if (part.getGenericType() instanceof ParameterizedType list
          && list.getActualTypeArguments()[0] instanceof Class<?> item) {
        collect(item, records);
      }
    }
  }

  private static List<String> closed() {
    return Stream.of(
            LEAVING.values().stream(),
            Arrays.stream(Fact.class.getPermittedSubclasses()).map(Class::getSimpleName),
            Stream.of("EventHeaders"))
        .flatMap(names -> names)
        .toList();
  }

  private static void assertClosed(String path, JsonNode schema, List<String> seen) {
    seen.add(path);
    if (schema.has("$ref")) {
      String target = last(schema.path("$ref").asString());
      assertClosed(path + " -> " + target, schemaNode(target), seen);
      return;
    }
    switch (schema.path("type").asString("")) {
      case "object" -> {
        if (!path.equals("Event.data")) {
          assertTrue(schema.has("additionalProperties"), path);
          assertFalse(schema.path("additionalProperties").asBoolean(true), path + " is open");
        }
        for (Map.Entry<String, JsonNode> part : schema.path("properties").properties()) {
          assertClosed(path + "." + part.getKey(), part.getValue(), seen);
        }
      }
      case "array" -> assertClosed(path + "[]", schema.path("items"), seen);
      case "string" ->
          assertTrue(
              Stream.of("enum", "const", "pattern").anyMatch(schema::has), path + " is free text");
      case "integer", "number", "boolean" -> {}
      default -> throw new AssertionError(path + " is of no type: " + schema);
    }
  }
}
