package iyagi.input;

import iyagi.words.Sentence;

/** Something that happened at the buttons. */
public sealed interface ButtonEvent {
  /** Somebody has pressed a button. */
  record Pressed(Button button) implements ButtonEvent {}

  /** Somebody has let go of it. Always after its {@link Pressed}. */
  record Released(Button button) implements ButtonEvent {}

  /**
   * The buttons do not answer; told once, and tried again all the time. All of them count as let
   * go.
   *
   * @param reason for a librarian: which device, what was expected, what to do
   */
  record Lost(Sentence reason) implements ButtonEvent {}

  /** The buttons answer again. Always after a {@link Lost}. */
  record Back() implements ButtonEvent {}
}
