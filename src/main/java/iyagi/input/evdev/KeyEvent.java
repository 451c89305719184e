package iyagi.input.evdev;

/**
 * One struct input_event of a 64-bit Linux (include/uapi/linux/input.h): a time of 16 bytes, then
 * these, little end first, 24 bytes in all.
 *
 * @param type 0 is a mark between reports, 1 a key
 * @param code which key, or which mark
 * @param value of a key: 0 let go, 1 pressed, 2 repeated because it is held
 */
record KeyEvent(int type, int code, int value) {
  /** A mark between reports. */
  static final int SYN = 0;

  /** A key. */
  static final int KEY = 1;

  /** Code of a mark: the kernel's own buffer ran over and events are missing. */
  static final int SYN_DROPPED = 3;

  /** Value of a key that goes down. */
  static final int PRESSED = 1;
}
