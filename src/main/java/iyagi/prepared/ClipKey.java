package iyagi.prepared;

import iyagi.speech.Phrase;
import iyagi.speech.Recording;
import iyagi.speech.Voice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The name under which a spoken phrase is kept: a hash of everything that its sound depends on. */
final class ClipKey {
  /** Counts changes in what is made of a recording. */
  private static final String RECORDINGS = "recording/1";

  private ClipKey() {}

  /** 40 hexadecimal digits: the first 20 bytes of a SHA-256. */
  static String of(String engineVersion, Phrase phrase) {
    Voice voice = phrase.voice();
    StringBuilder text = new StringBuilder();
    part(text, engineVersion);
    part(text, phrase.language().toLanguageTag());
    part(text, phrase.text());
    part(text, voice.toString());
    part(text, phrase.mood().word());
    part(text, Double.toString(phrase.rate()));
    for (Map.Entry<String, String> entry : new TreeMap<>(phrase.pronunciations()).entrySet()) {
      part(text, entry.getKey());
      part(text, entry.getValue());
    }
    phrase.recording().ifPresent(recording -> part(text, recording));
    return HexFormat.of().formatHex(sha256(text.toString()), 0, 20);
  }

  /** Each part with its length before it, so that no two lists of parts make the same text. */
  private static void part(StringBuilder text, String part) {
    text.append(part.length()).append(':').append(part).append(';');
  }

  private static void part(StringBuilder text, Recording recording) {
    part(text, RECORDINGS);
    part(text, recording.sha256());
    recording.lines().forEach(line -> part(text, line));
    part(text, Integer.toString(recording.line()));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
