package iyagi.dist;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The programs that tests need can be started. */
final class ToolsIT {
  @Test
  void aBrokerIsThere() throws Exception {
    String mosquitto = Program.needs("mosquitto");
    assertTrue(Program.run(Map.of(), mosquitto, "-h").out().contains("mosquitto version 2"));
  }

  @Test
  void aKoreanVoiceIsThereAndSpeaks() throws Exception {
    Program.needs("mbrola");
    String say =
        "printf '_ 100\\na 200 50 120\\n_ 100\\n' | mbrola -e /usr/share/mbrola/hn1/hn1 - -.raw | wc -c";
    int bytes = Integer.parseInt(Program.run(Map.of(), "sh", "-c", say).out().strip());
    assertTrue(bytes > 10_000, "400 ms at 16 kHz are 12,800 bytes: " + bytes);
  }
}
