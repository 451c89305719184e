package iyagi.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.report.BrokerAddress;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

final class BrokerOptionsTest {
  @Command(name = "test")
  private static final class Taking {
    @Mixin private BrokerOptions broker;
  }

  private static BrokerAddress address(String... options) {
    Taking taking = new Taking();
    new CommandLine(taking).parseArgs(options);
    return taking.broker.address();
  }

  private static String mistake(String... options) {
    return assertThrows(CommandLine.ParameterException.class, () -> address(options)).getMessage();
  }

  @Test
  void takesAllWaysToWriteAnAddress() {
    assertEquals("mqtt://h:1883", address("--broker", "h").words());
    assertEquals("mqtt://h:99", address("--broker", "h:99").words());
    assertEquals("mqtts://h:8883", address("--broker", "h", "--tls").words());
    assertEquals("mqtts://h:8883", address("--broker", "mqtts://h/").words());
    assertEquals("mqtt://h:7", address("--broker", "mqtt://h:7").words());
    assertEquals("mqtt://[fd00::1]:1883", address("--broker", "[fd00::1]").words());
    assertEquals("fd00::1", address("--broker", "mqtts://[fd00::1]:5").host());
  }

  @Test
  void saysWhatIsWrong() {
    assertTrue(mistake("--broker", "fd00::1").contains("[fd00::1]:1883 where the host"));
    assertTrue(mistake("--broker", "h:70000").contains("port 70000 is outside 1..65535"));
    assertTrue(mistake("--broker", "http://h").contains("only mqtt:// (plain) and mqtts://"));
    assertTrue(mistake("--broker", "mqtt://h", "--tls").contains("Write mqtts://"));
    assertTrue(mistake("--broker", "h", "--user", "u").contains("belong together"));
    assertTrue(
        mistake("--broker", "h", "--cert", "c").contains("--cert and --key belong together"));
    assertTrue(mistake("--broker", "h", "--ca", "none.pem").contains("there is no such file"));
  }
}
