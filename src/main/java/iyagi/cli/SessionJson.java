package iyagi.cli;

import iyagi.session.Figures;
import iyagi.session.Remembered;
import iyagi.session.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Sessions and figures as JSON, for scripts. */
final class SessionJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private SessionJson() {}

  static String list(List<Remembered> sessions) {
    return MAPPER
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(sessions.stream().map(SessionJson::one).toList());
  }

  private static Map<String, Object> one(Remembered each) {
    Session session = each.session();
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("id", session.id());
    one.put("began", each.began().toString());
    one.put("dating", each.dating().word());
    one.put("kind", session.kind().word());
    one.put("story", session.title().story());
    one.put("language", session.title().language());
    one.put("title", session.title().title());
    one.put("ages", session.title().ages());
    one.put("pagesRead", session.tally().pagesRead());
    one.put("pages", session.title().pages());
    one.put("asked", session.tally().asked());
    one.put("answered", session.tally().answered());
    one.put("interruptions", session.tally().interruptions());
    one.put("activeSeconds", session.tally().active().toSeconds());
    one.put("result", session.ended().map(end -> end.result().word()).orElse("open"));
    one.put("trial", session.trial());
    session.resumes().ifPresent(id -> one.put("resumes", id));
    each.attendance()
        .ifPresent(
            attendance -> {
              one.put("children", attendance.children());
              one.put("grownUps", attendance.grownUps());
            });
    return one;
  }

  static String figures(String period, Figures all, Map<Figures.By, Map<String, Figures>> apart) {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("period", period);
    whole.put("all", all);
    apart.forEach((by, groups) -> whole.put(by.word(), groups));
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(whole);
  }
}
