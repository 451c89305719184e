package iyagi.audio;

/** A sound device that could not be opened or that went away. */
public final class AudioFault extends RuntimeException {
  /** With the device's own reason. */
  public AudioFault(String message, Throwable cause) {
    super(message, cause);
  }

  /** Without a further reason. */
  public AudioFault(String message) {
    super(message);
  }
}
