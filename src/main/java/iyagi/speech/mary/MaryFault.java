package iyagi.speech.mary;

/** MaryTTS gave up on a sentence. Stays in this room; the engine turns it into a SpeechFault. */
final class MaryFault extends RuntimeException {
  MaryFault(String what, Throwable cause) {
    super(cause == null ? what : what + ": " + cause, cause);
  }
}
