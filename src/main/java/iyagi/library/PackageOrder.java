package iyagi.library;

import iyagi.words.Sentence;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which package to fetch, as a library's server wrote it. Nothing is checked before {@link
 * PackageFetch#fetch} does, since it is a stranger's word.
 *
 * @param url where it lies: https, or http on this machine
 * @param sha256 of the file, 64 hexadecimal digits
 * @param signature of the 32 bytes of that check sum with Ed25519 (RFC 8032), in Base64
 */
public record PackageOrder(String url, String sha256, String signature) {
  private static final Pattern SHA_256 = Pattern.compile("[0-9A-Fa-f]{64}");
  private static final int MOST_PORT = 65_535;

  URI address() throws NotFetched {
    URI address;
    try {
      address = new URI(url.strip());
    } catch (URISyntaxException e) {
      throw new NotFetched(
          Sentence.of("this is no address; expected one like https://library.example/bear.zip"));
    }
    check(address);
    if (!"https".equals(scheme(address)) && !isOnThisMachine(address)) {
      throw new NotFetched(
          Sentence.of(
              "the address is not https (plain http is for this machine only); ask for an https address"));
    }
    return address;
  }

  /** What holds for the first address and for each that it leads to. */
  static void check(URI address) throws NotFetched {
    boolean web = "https".equals(scheme(address)) || "http".equals(scheme(address));
    if (!web || address.getHost() == null || address.getPort() > MOST_PORT) {
      throw new NotFetched(
          Sentence.of(
              "this is no address of a web server; expected one like https://library.example/bear.zip"));
    }
    if (address.getRawUserInfo() != null) {
      throw new NotFetched(
          Sentence.of(
              "the address holds a user name or password, which is not sent; ask for one without"));
    }
  }

  static String scheme(URI address) {
    return address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
  }

  private static boolean isOnThisMachine(URI address) {
    String host = address.getHost();
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
    } catch (IllegalArgumentException notANumber) {
      return false;
    }
  }

  byte[] expectedDigest() throws NotFetched {
    String digits = sha256.strip();
    if (!SHA_256.matcher(digits).matches()) {
      throw new NotFetched(
          Sentence.of(
              "the check sum that came with the order is no SHA-256 (64 digits 0-9 and a-f); order it anew"));
    }
    return HexFormat.of().parseHex(digits);
  }

  byte[] signatureBytes() throws NotFetched {
    try {
      return Base64.getDecoder().decode(signature.strip());
    } catch (IllegalArgumentException e) {
      throw new NotFetched(
          Sentence.of(
              "the signature that came with the order is not Base64; sign the package again"));
    }
  }

  /** The address without what only the server should see: user, password and query. */
  Sentence shownUrl() {
    try {
      return Sentence.plain(shown(new URI(url.strip())));
    } catch (URISyntaxException e) {
      return Sentence.of("at an address that cannot be read");
    }
  }

  static String shown(URI address) {
    if (address.getHost() == null) {
      return "at an address without a server";
    }
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    return scheme(address) + "://" + address.getHost() + port + path;
  }

  /** The last piece of the path, for a package without a folder in it. */
  static String fileName(URI address) {
    String path = address.getPath() == null ? "" : address.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
