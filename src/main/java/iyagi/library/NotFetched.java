package iyagi.library;

/** Why a package was not fetched; its message ends the sentence "… was not installed: ". */
final class NotFetched extends Exception {
  NotFetched(String message) {
    super(message);
  }
}
