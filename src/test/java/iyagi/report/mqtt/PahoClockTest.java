package iyagi.report.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Date;
import java.util.Set;
import java.util.Timer;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * What setting the wall clock back while connected could do: nothing, because nothing of Paho that
 * we use reads it. A test cannot set the machine's clock, but it can read every call.
 */
final class PahoClockTest {
  private static final JavaClasses PAHO =
      new ClassFileImporter().importPackages("org.eclipse.paho.mqttv5");

  private static Set<String> classes(Predicate<JavaClass> wanted) {
    Set<String> names = new TreeSet<>();
    PAHO.stream().filter(wanted).forEach(c -> names.add(c.getSimpleName()));
    return names;
  }

  private static boolean readsTheWallClock(JavaClass paho) {
    return paho.getMethodCallsFromSelf().stream()
        .anyMatch(
            call ->
                call.getTarget().getName().equals("currentTimeMillis")
                    || call.getTargetOwner().getPackageName().startsWith("java.time"));
  }

  private static boolean makes(JavaClass paho, Class<?> type) {
    return paho.getConstructorCallsFromSelf().stream()
        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(type));
  }

  @Test
  void nothingOfPahoReadsTheWallClock() {
    assertTrue(PAHO.size() > 100, PAHO.size() + " classes");
    assertEquals(Set.of(), classes(PahoClockTest::readsTheWallClock));
    assertEquals(
        Set.of(), classes(c -> makes(c, Date.class) && !c.getSimpleName().contains("Formatter")));
  }

  @Test
  void whatIsTimedByTheWallClockIsNotUsed() {
    // A Timer of Java's waits by the wall clock. The first is for automatic reconnection, which is
    // off; the second is made where Paho gets no executor, and it gets ours.
    assertEquals(Set.of("MqttAsyncClient", "TimerPingSender"), classes(c -> makes(c, Timer.class)));
  }
}
