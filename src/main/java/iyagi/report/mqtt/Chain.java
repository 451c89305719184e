package iyagi.report.mqtt;

import java.util.Optional;
import java.util.stream.Stream;

/** An exception and what has caused it. */
final class Chain {
  private static final int LONGEST = 20;

  private Chain() {}

  static Stream<Throwable> of(Throwable fault) {
    return Stream.iterate(fault, f -> f != null, Throwable::getCause).limit(LONGEST);
  }

  static <T extends Throwable> Optional<T> first(Throwable fault, Class<T> type) {
    return of(fault).filter(type::isInstance).map(type::cast).findFirst();
  }
}
