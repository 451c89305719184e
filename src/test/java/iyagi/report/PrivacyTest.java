package iyagi.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What leaves the robot is in the list of allowed fields, and nothing else is in it. */
final class PrivacyTest {
  private static final Set<Type> PLAIN =
      Set.of(
          String.class,
          int.class,
          long.class,
          double.class,
          boolean.class,
          Double.class,
          Boolean.class);

  private static final Map<Class<?>, String> CHANNELS =
      Map.of(
          Outgoing.State.class, "state",
          Outgoing.Info.class, "info",
          Outgoing.Health.class, "health",
          Outgoing.Inventory.class, "library",
          Outgoing.Result.class, "res",
          Outgoing.Event.class, "ev");

  @Test
  void everyFieldThatLeavesIsAllowedAndEveryAllowedFieldIsThere() throws IOException {
    Set<String> leaving = new TreeSet<>();
    for (Class<?> kind : Outgoing.class.getPermittedSubclasses()) {
      walk(Objects.requireNonNull(CHANNELS.get(kind), kind.getName()), kind, leaving);
    }
    Samples.kinds(Fact.class, Samples.facts());
    Samples.facts().forEach(f -> walk("ev.data(" + f.type() + ")", f.getClass(), leaving));
    Samples.sent().values().forEach(message -> beside(message, leaving));
    assertTrue(leaving.size() > 60, leaving.size() + " fields");
    assertEquals(lines(allowed().keySet()), lines(leaving));
  }

  @Test
  void everyAllowedFieldSaysWhatItIsFor() throws IOException {
    allowed().forEach((field, why) -> assertTrue(why.length() > 8, field + ": why?"));
  }

  @Test
  void aFieldThatCouldHoldAnythingIsFound() {
    record Loose(Object anything) {}
    record Inner(String name) {}
    record Deep(List<Inner> inner) {}

    assertThrows(AssertionError.class, () -> walk("x", Loose.class, new TreeSet<>()));
    Set<String> found = new TreeSet<>();
    walk("x", Deep.class, found);
    assertEquals(Set.of("x.inner[].name"), found);
  }

  @Test
  void aFoldersNameThatIsNoPlainWordLeavesAsAHash() {
    assertEquals("good-night-moon", StoryName.of("good-night-moon"));
    // printf 'Mina and the bear' | sha256sum
    assertEquals("x-7730b39b504e37fd", new Fact.StoryRemoved("Mina and the bear", "en").story());
    assertEquals("x-7730b39b504e37fd", new Outgoing.Shelved("Mina and the bear", "en", "", 9).id());
  }

  private static String lines(Set<String> fields) {
    return String.join("\n", new TreeSet<>(fields));
  }

  private static void walk(String path, Class<?> kind, Set<String> found) {
    for (RecordComponent part : kind.getRecordComponents()) {
      field(path + "." + part.getName(), part.getGenericType(), found);
    }
  }

  private static void field(String path, Type type, Set<String> found) {
    if (PLAIN.contains(type)) {
      found.add(path);
    } else if (type instanceof Class<?> kind && kind.isRecord()) {
      walk(path, kind, found);
    } else if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      field(path + "[]", list.getActualTypeArguments()[0], found);
    } else {
      throw new AssertionError(path + " is a " + type + ", which may hold anything");
    }
  }

  /** What MQTT carries beside the body. */
  private static void beside(Message message, Set<String> found) {
    String channel = message.topic().substring(message.topic().lastIndexOf('/') + 1);
    Message.Properties properties = message.properties();
    properties.user().keySet().forEach(name -> found.add(channel + ".user(" + name + ")"));
    if (!properties.correlation().isEmpty()) {
      found.add(channel + ".correlation");
    }
    assertEquals("", properties.responseTopic());
  }

  private static Map<String, String> allowed() throws IOException {
    Map<String, String> allowed = new TreeMap<>();
    try (InputStream list = Outgoing.class.getResourceAsStream("/iyagi/report/fields.txt")) {
      for (String line :
          new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
              .split("\n", -1)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] words = line.split(" ", 2);
          String before = allowed.put(words[0], words.length > 1 ? words[1] : "");
          assertFalse(before != null, words[0] + " stands there twice");
        }
      }
    }
    return allowed;
  }
}
