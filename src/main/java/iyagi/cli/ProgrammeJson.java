package iyagi.cli;

import iyagi.program.Due;
import iyagi.program.Entry;
import iyagi.program.Programme;
import iyagi.program.Reason;
import iyagi.program.RunSheet;
import iyagi.score.Manner;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The programme as JSON, for scripts. */
final class ProgrammeJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ProgrammeJson() {}

  static String list(Programme programme, List<Due> due, List<Entry> latest) {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("revision", programme.revision());
    whole.put("next", due.stream().map(ProgrammeJson::due).toList());
    whole.put("latest", latest.stream().map(ProgrammeJson::entry).toList());
    return written(whole);
  }

  private static Map<String, Object> due(Due due) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("plan", due.occasion().plan().id());
    one.put("title", due.occasion().plan().title());
    one.put("when", due.occasion().local().toString());
    one.put("at", due.occasion().at().toString());
    one.put("leftOut", due.words().toString());
    return one;
  }

  private static Map<String, Object> entry(Entry entry) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("plan", entry.plan());
    one.put("when", entry.when().toString());
    one.put("state", word(entry.state()));
    one.put("reason", entry.reason().map(Reason::words).orElse(""));
    return one;
  }

  static String sheet(RunSheet sheet) {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("plan", sheet.plan().id());
    whole.put("title", sheet.plan().title());
    whole.put("date", sheet.date().map(LocalDate::toString).orElse(""));
    whole.put("start", sheet.plan().start().toString());
    whole.put("capMinutes", sheet.plan().cap().toMinutes());
    whole.put("manner", sheet.plan().manner().map(Manner::word).orElse(""));
    whole.put("seconds", sheet.length().toSeconds());
    whole.put("announcement", sheet.plan().words().announcement().orElse(""));
    whole.put("materials", sheet.plan().materials());
    whole.put("lines", sheet.lines().stream().map(ProgrammeJson::line).toList());
    return written(whole);
  }

  private static Map<String, Object> line(RunSheet.Line line) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("kind", word(line.kind()));
    one.put("title", line.title());
    one.put("fromSeconds", line.from().toSeconds());
    one.put("seconds", line.length().toSeconds());
    one.put("found", line.found());
    one.put("words", line.words());
    one.put("questions", line.questions());
    one.put("prompts", line.prompts());
    return one;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String written(Object value) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }
}
