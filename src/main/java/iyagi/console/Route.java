package iyagi.console;

/**
 * Something that is answered, and to whom.
 *
 * @param method "GET", "POST", "PUT" or "DELETE"
 * @param path as routed, with names in braces
 */
record Route(String method, String path, Who who) {
  /** Who may ask. */
  enum Who {
    /** Everybody, also before a PIN is set. */
    ALWAYS,
    /** Everybody, once a PIN is set. */
    EVERYBODY,
    /** Those who have signed in. */
    LIBRARIANS
  }
}
