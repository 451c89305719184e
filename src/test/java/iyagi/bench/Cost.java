package iyagi.bench;

import com.sun.management.OperatingSystemMXBean;
import iyagi.time.NanoClock;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/**
 * What it cost to speak a story, in seconds.
 *
 * @param cpu of the whole process so far
 * @param wall since the process began
 * @param workCpu of the story alone
 * @param workWall of the story alone
 * @param speech how much sound came out
 */
record Cost(double cpu, double wall, double workCpu, double workWall, double speech) {
  private static final String KEY = "COST ";

  /** Where the work began. */
  record Mark(double cpu, long nanos) {}

  static Mark mark(NanoClock clock) {
    return new Mark(cpuSeconds(), clock.nanos());
  }

  static Cost since(Mark mark, NanoClock clock, double speech) {
    double cpu = cpuSeconds();
    double wall = ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
    return new Cost(cpu, wall, cpu - mark.cpu(), (clock.nanos() - mark.nanos()) / 1e9, speech);
  }

  private static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }

  /** For another process to read. */
  String line() {
    return KEY + cpu + " " + wall + " " + workCpu + " " + workWall + " " + speech;
  }

  /** Reads what {@link #line} wrote, somewhere in a process' output. */
  static Cost read(List<String> output) {
    String line = output.stream().filter(l -> l.startsWith(KEY)).findFirst().orElseThrow();
    List<Double> n =
        line.substring(KEY.length())
            .lines()
            .flatMap(l -> List.of(l.split(" ", -1)).stream())
            .map(Double::valueOf)
            .toList();
    return new Cost(n.get(0), n.get(1), n.get(2), n.get(3), n.get(4));
  }

  String text() {
    return String.format(
        Locale.ROOT,
        "CPU %.1f s, wall %.1f s (work alone: CPU %.1f s, wall %.1f s) for %.0f s of speech;"
            + " CPU per second of speech %.4f s",
        cpu,
        wall,
        workCpu,
        workWall,
        speech,
        workCpu / speech);
  }

  String against(Cost plain) {
    return String.format(
        Locale.ROOT,
        "CPU %.2f, wall %.2f (work alone: CPU %.2f, wall %.2f); CPU per second of speech %.2f",
        cpu / plain.cpu(),
        wall / plain.wall(),
        workCpu / plain.workCpu(),
        workWall / plain.workWall(),
        workCpu / speech / (plain.workCpu() / plain.speech()));
  }
}
