package iyagi.speech;

/** A phrase that could not be spoken. The message says which and why, for a librarian. */
public final class SpeechFault extends RuntimeException {
  /** With the engine's own reason. */
  public SpeechFault(String message, Throwable cause) {
    super(message, cause);
  }

  /** Without a further reason. */
  public SpeechFault(String message) {
    super(message);
  }
}
