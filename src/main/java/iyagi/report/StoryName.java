package iyagi.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A story's id as it may leave the robot. On the robot it is the name of a folder, in which people
 * write what they like: what is not a plain word goes out as a hash.
 */
public final class StoryName {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final int HASH_BYTES = 8;

  private StoryName() {}

  /** The id itself, or "x-" and 16 digits; the same for the same id. */
  public static String of(String id) {
    if (id == null || PLAIN.matcher(id).matches()) {
      return id;
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return "x-" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
