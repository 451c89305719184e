package iyagi.console;

import io.helidon.http.Header;
import io.helidon.http.HeaderValues;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What every answer says to the browser: nothing from elsewhere, nothing kept, nothing framed. */
final class Headers {
  /** In force for every answer; a part may say something else of keeping only. */
  static final List<Header> ALL =
      List.of(
          HeaderValues.create(
              "Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                  + " media-src 'self' blob:; connect-src 'self'; font-src 'self'; form-action"
                  + " 'self'; frame-ancestors 'none'; base-uri 'none'"),
          HeaderValues.create("X-Content-Type-Options", "nosniff"),
          HeaderValues.create("Referrer-Policy", "no-referrer"),
          HeaderValues.create("Cross-Origin-Opener-Policy", "same-origin"),
          HeaderValues.create("Cross-Origin-Resource-Policy", "same-origin"),
          HeaderValues.create("Cache-Control", "no-store"));

  private static final String NOTHING = "camera=(), geolocation=(), microphone=";

  /** Where a page is read aloud into a microphone. */
  private static final Header READING_ALOUD =
      HeaderValues.create("Permissions-Policy", NOTHING + "(self)");

  private static final Header ALOOF = HeaderValues.create("Permissions-Policy", NOTHING + "()");

  private Headers() {}

  /** What a page may use of the browser: nothing, but one page the microphone. */
  static Header permissions(String path) {
    return path.equals("/recordings") ? READING_ALOUD : ALOOF;
  }

  static byte[] problem(Refused refused, String language) {
    return JsonMapper.shared().writeValueAsBytes(refused.body(language));
  }
}
