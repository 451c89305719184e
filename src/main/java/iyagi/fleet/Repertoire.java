package iyagi.fleet;

import iyagi.report.Outgoing;
import iyagi.session.Title;
import java.util.List;
import java.util.Optional;

/** The stories that every virtual robot pretends to have. */
final class Repertoire {
  static final List<Title> TITLES =
      List.of(
          new Title("bear", "en", "f1ee70000000b001", "The Bear", "2-4", 9),
          new Title("mouse", "en", "f1ee70000000b002", "The Mouse", "2-3", 6),
          new Title("rain", "ko", "f1ee70000000b003", "The Rain", "3-5", 12),
          new Title("socks", "ko", "f1ee70000000b004", "The Socks", "", 7));

  static final List<String> LANGUAGES = List.of("en", "ko");

  static final Outgoing.Inventory INVENTORY =
      new Outgoing.Inventory(
          "f1ee70000000b000",
          TITLES.stream()
              .map(t -> new Outgoing.Shelved(t.story(), t.language(), t.edition(), t.pages()))
              .toList());

  private Repertoire() {}

  /**
   * A story by its id.
   *
   * @param language tag; null if any will do
   */
  static Optional<Title> find(String story, String language) {
    return TITLES.stream()
        .filter(t -> t.story().equals(story))
        .filter(t -> language == null || t.language().equals(language))
        .findFirst();
  }
}
