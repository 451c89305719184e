package iyagi.console;

import iyagi.words.Hindrance;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The PIN of the librarians' pages, as a hash in a file that only the robot's user can read, and
 * the one-time code with which a PIN is set. Files are the truth: the program that serves the pages
 * and {@code iyagi pin} see the same. Any thread.
 */
public final class Pin {
  /** What a PIN looks like. */
  public static final Pattern FORM = Pattern.compile("[0-9]{6,12}");

  /** OWASP Password Storage Cheat Sheet (2023) for PBKDF2 with HMAC-SHA-256. */
  private static final int ROUNDS = 600_000;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;
  private static final int CODES = 1_000_000;

  private final Path folder;
  private final SecureRandom random;

  /** The PIN whose files lie in a folder, which is made when it is needed. */
  public Pin(Path folder, SecureRandom random) {
    this.folder = folder;
    this.random = random;
  }

  /** Whether there is one. */
  public boolean set() {
    return Files.exists(hashFile());
  }

  /**
   * Sets it, and makes the one-time code useless.
   *
   * @throws IllegalArgumentException if it is not of the form
   * @throws IOException if it cannot be kept
   */
  public void set(String pin) throws IOException {
    if (!FORM.matcher(pin).matches()) {
      throw new IllegalArgumentException("a PIN has 6 to 12 digits");
    }
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    HexFormat hex = HexFormat.of();
    OwnFile.write(
        hashFile(),
        "pbkdf2-sha256 "
            + ROUNDS
            + " "
            + hex.formatHex(salt)
            + " "
            + hex.formatHex(hash(pin, salt, ROUNDS)));
    Files.deleteIfExists(codeFile());
  }

  /**
   * Whether this is it. Takes about a second on a Raspberry Pi, for right and wrong ones.
   *
   * @throws IOException if it cannot be read
   */
  public boolean matches(String pin) throws IOException {
    String[] kept = Files.readString(hashFile()).strip().split(" ", -1);
    if (kept.length != 4 || !kept[0].equals("pbkdf2-sha256")) {
      throw new Hindrance(
          Sentence.of(
              "{0} is damaged; 'iyagi pin --reset' makes a new start", hashFile().toString()));
    }
    HexFormat hex = HexFormat.of();
    byte[] found = hash(pin, hex.parseHex(kept[2]), Integer.parseInt(kept[1]));
    return MessageDigest.isEqual(found, hex.parseHex(kept[3]));
  }

  /**
   * Forgets it, with a new one-time code.
   *
   * @throws IOException if that cannot be written
   */
  public void reset() throws IOException {
    newCode();
    Files.deleteIfExists(hashFile());
  }

  /**
   * The one-time code: six digits, made when there is none.
   *
   * @throws IOException if it cannot be kept
   */
  public String code() throws IOException {
    Optional<String> known = knownCode();
    return known.isPresent() ? known.get() : newCode();
  }

  private Optional<String> knownCode() throws IOException {
    return Files.exists(codeFile())
        ? Optional.of(Files.readString(codeFile()).strip()).filter(c -> FORM.matcher(c).matches())
        : Optional.empty();
  }

  /**
   * Another one-time code; the one before is useless.
   *
   * @throws IOException if it cannot be kept
   */
  public String newCode() throws IOException {
    String code = "%06d".formatted(random.nextInt(CODES));
    OwnFile.write(codeFile(), code);
    return code;
  }

  private Path hashFile() {
    return folder.resolve("pin");
  }

  private Path codeFile() {
    return folder.resolve("one-time-code");
  }

  private static byte[] hash(String pin, byte[] salt, int rounds) {
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(new PBEKeySpec(pin.toCharArray(), salt, rounds, HASH_BITS))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has PBKDF2", e);
    }
  }
}
