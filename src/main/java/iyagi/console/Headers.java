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

  private Headers() {}

  static byte[] problem(Refused refused) {
    return JsonMapper.shared().writeValueAsBytes(refused.body());
  }
}
