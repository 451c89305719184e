package iyagi.input.pi4j;

import iyagi.input.Button;
import java.io.Closeable;
import java.io.IOException;
import java.util.Set;

/** The contacts of some buttons. One thread. */
interface Contacts extends Closeable {
  /**
   * Which buttons are held down now.
   *
   * @throws IOException if the pins cannot be read
   */
  Set<Button> closed() throws IOException;

  /** Gives the pins back. May be called twice. */
  @Override
  void close();

  /** How they are opened. */
  @FunctionalInterface
  interface Opener {
    /**
     * Takes the pins.
     *
     * @throws IOException in a librarian's words, if that is not possible
     */
    Contacts open() throws IOException;
  }
}
