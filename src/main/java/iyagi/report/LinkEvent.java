package iyagi.report;

import iyagi.words.Sentence;

/** Something that happened on a link. */
public sealed interface LinkEvent {
  /**
   * The broker has answered a publish (or, with QoS 0, it has been sent).
   *
   * @param reasonCode of MQTT 5: 0 taken, 16 taken but nobody is subscribed, 128 and more refused
   */
  record Acknowledged(long ticket, int reasonCode) implements LinkEvent {}

  /** A publish did not reach the broker as far as we know. */
  record Failed(long ticket, Sentence reason) implements LinkEvent {}

  /**
   * A message has come.
   *
   * @param packet the broker's number for it on this link, for the acknowledgement
   */
  record Arrived(Message message, int packet) implements LinkEvent {}

  /** The connection is gone. Told once. The link still has to be closed. */
  record Lost(Sentence reason) implements LinkEvent {}
}
