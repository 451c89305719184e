package iyagi.calibration;

import java.io.IOException;

/**
 * Where what was measured is kept.
 *
 * @param <T> what was measured
 */
@FunctionalInterface
public interface Keeping<T> {
  /**
   * Keeps it.
   *
   * @return where, for a person
   * @throws IOException if that is not possible; then what was kept before stays
   */
  String keep(T measured) throws IOException;
}
