package iyagi.report.mqtt;

import iyagi.words.Sentence;

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
  static Sentence words(int code) {
    Sentence meaning =
        switch (code) {
          case 0x00 -> Sentence.of("taken");
          case 0x10 -> Sentence.of("nobody is subscribed");
          case 0x80 -> Sentence.of("no reason given");
          case 0x81 -> Sentence.of("malformed packet");
          case 0x82 -> Sentence.of("protocol error");
          case 0x83 -> Sentence.of("forbidden by the broker's own rules");
          case UNSUPPORTED_VERSION -> Sentence.of("protocol version not supported");
          case BAD_CLIENT_ID -> Sentence.of("client id not accepted");
          case BAD_LOGIN -> Sentence.of("wrong user or password");
          case NOT_AUTHORISED -> Sentence.of("not authorised");
          case 0x88 -> Sentence.of("broker unavailable");
          case 0x89 -> Sentence.of("broker busy");
          case 0x8A -> Sentence.of("banned");
          case 0x8B -> Sentence.of("broker is shutting down");
          case 0x8C -> Sentence.of("way of logging in not accepted");
          case 0x8D -> Sentence.of("nothing heard from us for too long");
          case TAKEN_OVER -> Sentence.of("another client has connected with our id");
          case 0x8F -> Sentence.of("topic filter not valid");
          case 0x90 -> Sentence.of("topic not valid");
          case 0x93 -> Sentence.of("too many messages at once");
          case 0x94 -> Sentence.of("topic alias not valid");
          case 0x95 -> Sentence.of("message too large");
          case 0x96 -> Sentence.of("messages too fast");
          case 0x97 -> Sentence.of("quota exceeded");
          case 0x98 -> Sentence.of("ended by an administrator");
          case 0x99 -> Sentence.of("content is not what it claims to be");
          case 0x9A -> Sentence.of("keeps no retained messages");
          case 0x9B -> Sentence.of("QoS not supported");
          case 0x9C, 0x9D -> Sentence.of("another broker is to be used");
          case 0x9E -> Sentence.of("no shared subscriptions");
          case 0x9F -> Sentence.of("too many connections at once");
          case 0xA0 -> Sentence.of("longest time of a connection is over");
          case 0xA1 -> Sentence.of("no subscription identifiers");
          case 0xA2 -> Sentence.of("no wildcards in subscriptions");
          default -> Sentence.of("not in the standard");
        };
    return Sentence.of("{0} ({1})", "0x%02X".formatted(code), meaning);
  }

  /** Whether such a refusal may pass by itself. */
  static boolean passing(int code) {
    return switch (code) {
      case 0x88, 0x89, 0x8B, 0x97, 0x9F -> true;
      default -> false;
    };
  }
}
