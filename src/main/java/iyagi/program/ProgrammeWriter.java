package iyagi.program;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes a programme as {@link ProgrammeReader} reads it. */
final class ProgrammeWriter {
  private static final JsonMapper MAPPER = new JsonMapper();

  private ProgrammeWriter() {}

  static String text(Programme programme) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("revision", programme.revision());
    file.put("announce-minutes", programme.announce().toMinutes());
    file.put(
        "quiet-hours",
        programme.quiet().stream()
            .map(hours -> keys("from", hours.from().toString(), "to", hours.to().toString()))
            .toList());
    file.put("holidays", programme.holidays().stream().map(ProgrammeWriter::holiday).toList());
    file.put("plans", programme.plans().stream().map(ProgrammeWriter::plan).toList());
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
  }

  private static Map<String, Object> keys(String one, Object first, String two, Object second) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put(one, first);
    keys.put(two, second);
    return keys;
  }

  private static Map<String, Object> holiday(Holiday days) {
    Map<String, Object> keys =
        keys("from", days.from().toString(), "until", days.until().toString());
    keys.put("name", days.name());
    return keys;
  }

  private static Map<String, Object> plan(Plan plan) {
    Map<String, Object> keys = keys("id", plan.id(), "title", plan.title());
    keys.put("language", plan.language());
    switch (plan.when()) {
      case When.Once(var date) -> keys.put("date", date.toString());
      case When.Weekly(var day, var from, var until) -> {
        keys.put("weekly", day.name().toLowerCase(Locale.ROOT));
        from.ifPresent(date -> keys.put("from", date.toString()));
        until.ifPresent(date -> keys.put("until", date.toString()));
      }
    }
    keys.put("start", plan.start().toString());
    keys.put("minutes", plan.cap().toMinutes());
    keys.put("grace-minutes", plan.grace().toMinutes());
    keys.put("hello", plan.arc().hello().orElse(""));
    keys.put("items", items(plan.arc().items()));
    keys.put("goodbye", plan.arc().goodbye().orElse(""));
    keys.put("materials", plan.materials());
    plan.manner().ifPresent(manner -> keys.put("manner", manner.word()));
    plan.words().hello().ifPresent(text -> keys.put("hello-words", text));
    plan.words().goodbye().ifPresent(text -> keys.put("goodbye-words", text));
    plan.words().announcement().ifPresent(text -> keys.put("announcement-words", text));
    return keys;
  }

  private static List<Map<String, Object>> items(List<Item> items) {
    return items.stream().map(ProgrammeWriter::item).toList();
  }

  private static Map<String, Object> item(Item item) {
    Map<String, Object> keys = new LinkedHashMap<>();
    switch (item) {
      case Item.Story(String name) -> keys.put("story", name);
      case Item.Song(String name) -> keys.put("song", name);
      case Item.Stretch(String name) -> keys.put("stretch", name);
      case Item.Question(String ask, var patience, String hint, String say) -> {
        keys.put("question", ask);
        keys.put("wait-seconds", patience.toSeconds());
        keys.put("hint", hint);
        keys.put("say", say);
      }
    }
    return keys;
  }
}
