package iyagi.service;

import iyagi.collect.Ledger;
import iyagi.collect.jdbc.JdbcLedger;
import iyagi.report.BrokerAddress;
import iyagi.report.Memory;
import iyagi.report.Uplink;
import iyagi.report.mqtt.PahoUplink;
import iyagi.sqlite.SqliteMemory;
import iyagi.time.Watch;
import java.nio.file.Path;
import java.time.ZoneId;

/** The real parts, for commands that are tested in this process. */
public final class TestPost implements Post {
  @Override
  public Memory memory(Path folder, Watch watch, ZoneId zone) {
    return SqliteMemory.open(folder, watch, zone);
  }

  @Override
  public Memory memoryForVisitors(Path folder, Watch watch, ZoneId zone) {
    return SqliteMemory.visit(folder, watch, zone);
  }

  @Override
  public Uplink uplink(BrokerAddress address) {
    return new PahoUplink(address);
  }

  @Override
  public Ledger ledger(String url) {
    return new JdbcLedger(url);
  }
}
