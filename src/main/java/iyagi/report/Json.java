package iyagi.report;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The contract's messages as JSON and back. */
public final class Json {
  /** No message to a robot is longer. */
  public static final int LONGEST_BYTES = 65_536;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(16)
                          .maxStringLength(4096)
                          .maxNumberLength(20)
                          .maxDocumentLength(LONGEST_BYTES)
                          .build())
                  .build())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private Json() {}

  /** A message as bytes. */
  public static byte[] bytes(Outgoing message) {
    return MAPPER.writeValueAsBytes(message);
  }

  /** A fact as text. */
  public static String text(Fact fact) {
    return MAPPER.writeValueAsString(fact);
  }

  /** A message of the server's as bytes. */
  public static byte[] bytes(Incoming message) {
    return MAPPER.writeValueAsBytes(message);
  }

  /** A message of that kind, or nothing if it is malformed or too long. */
  public static <T extends Record> Optional<T> read(byte[] body, Class<T> kind) {
    if (body.length > LONGEST_BYTES) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(MAPPER.readValue(body, kind));
    } catch (JacksonException malformed) {
      return Optional.empty();
    }
  }

  /** A fact of that kind from its text, or nothing if it is malformed. */
  public static <T extends Record> Optional<T> read(String text, Class<T> kind) {
    return read(text.getBytes(StandardCharsets.UTF_8), kind);
  }
}
