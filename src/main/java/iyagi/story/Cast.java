package iyagi.story;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who speaks in a story. */
final class Cast {
  private final Map<String, Role> roles = new LinkedHashMap<>();
  private Role narrator = Role.NARRATOR;

  /** Adds a role; "Narrator" is the one who reads what nobody else says. */
  void add(Role role) {
    if (key(role.name()).equals("narrator")) {
      narrator = new Role("", role.voice(), role.rate());
    }
    roles.put(key(role.name()), role);
  }

  Role narrator() {
    return narrator;
  }

  Optional<Role> named(String name) {
    return Optional.ofNullable(roles.get(key(name)))
        .map(role -> key(role.name()).equals("narrator") ? narrator : role);
  }

  boolean isEmpty() {
    return roles.isEmpty();
  }

  Collection<String> names() {
    return roles.values().stream().map(Role::name).toList();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
  }
}
