package iyagi.light;

/** Lamps that cannot be reached. */
public final class LampFault extends RuntimeException {
  /** With the device's own reason. */
  public LampFault(String message, Throwable cause) {
    super(message, cause);
  }
}
