package iyagi.report.mqtt;

/** Reason codes of MQTT 5 (OASIS standard, section 2.4) in words. */
final class Codes {
  static final int UNSUPPORTED_VERSION = 0x84;
  static final int BAD_CLIENT_ID = 0x85;
  static final int BAD_LOGIN = 0x86;
  static final int NOT_AUTHORISED = 0x87;
  static final int TAKEN_OVER = 0x8E;

  /** What the answer of a broker of MQTT 3 says to the version 5. */
  static final int UNACCEPTABLE_VERSION_OF_MQTT_3 = 1;

  private Codes() {}

  /** "0x87 (not authorised)". */
  static String words(int code) {
    String meaning =
        switch (code) {
          case 0x00 -> "taken";
          case 0x10 -> "nobody is subscribed";
          case 0x80 -> "no reason given";
          case 0x81 -> "malformed packet";
          case 0x82 -> "protocol error";
          case 0x83 -> "forbidden by the broker's own rules";
          case UNSUPPORTED_VERSION -> "protocol version not supported";
          case BAD_CLIENT_ID -> "client id not accepted";
          case BAD_LOGIN -> "wrong user or password";
          case NOT_AUTHORISED -> "not authorised";
          case 0x88 -> "broker unavailable";
          case 0x89 -> "broker busy";
          case 0x8A -> "banned";
          case 0x8B -> "broker is shutting down";
          case 0x8C -> "way of logging in not accepted";
          case 0x8D -> "nothing heard from us for too long";
          case TAKEN_OVER -> "another client has connected with our id";
          case 0x8F -> "topic filter not valid";
          case 0x90 -> "topic not valid";
          case 0x93 -> "too many messages at once";
          case 0x94 -> "topic alias not valid";
          case 0x95 -> "message too large";
          case 0x96 -> "messages too fast";
          case 0x97 -> "quota exceeded";
          case 0x98 -> "ended by an administrator";
          case 0x99 -> "content is not what it claims to be";
          case 0x9A -> "keeps no retained messages";
          case 0x9B -> "QoS not supported";
          case 0x9C, 0x9D -> "another broker is to be used";
          case 0x9E -> "no shared subscriptions";
          case 0x9F -> "too many connections at once";
          case 0xA0 -> "longest time of a connection is over";
          case 0xA1 -> "no subscription identifiers";
          case 0xA2 -> "no wildcards in subscriptions";
          default -> "not in the standard";
        };
    return "0x%02X (%s)".formatted(code, meaning);
  }

  /** Whether such a refusal may pass by itself. */
  static boolean passing(int code) {
    return switch (code) {
      case 0x88, 0x89, 0x8B, 0x97, 0x9F -> true;
      default -> false;
    };
  }
}
