package iyagi.motion;

/** A servo bus that does not answer. The message names the device and what was expected. */
public final class ServoFault extends RuntimeException {
  /** With the device's own reason. */
  public ServoFault(String message, Throwable cause) {
    super(message, cause);
  }

  /** Without a further reason. */
  public ServoFault(String message) {
    super(message);
  }
}
