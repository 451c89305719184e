package iyagi.narration;

import iyagi.narration.Envelope.Stretch;
import java.util.List;

/** Time that counts only while somebody speaks. */
final class Sounding {
  private Sounding() {}

  static double total(List<Stretch> stretches) {
    return stretches.stream().mapToDouble(Stretch::length).sum();
  }

  /**
   * The moment at which so much has been spoken.
   *
   * @param spoken in seconds of speech
   * @param end what is given where there is no speech at all
   */
  static double at(List<Stretch> stretches, double spoken, double end) {
    double left = spoken;
    for (Stretch stretch : stretches) {
      if (left < stretch.length()) {
        return stretch.from() + left;
      }
      left -= stretch.length();
    }
    return stretches.isEmpty() ? end : stretches.getLast().to();
  }
}
