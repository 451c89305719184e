package iyagi.app;

import iyagi.cli.Post;
import iyagi.collect.Ledger;
import iyagi.collect.jdbc.JdbcLedger;
import iyagi.report.BrokerAddress;
import iyagi.report.Uplink;
import iyagi.report.mqtt.PahoUplink;

/** Reports go over MQTT and into a database. */
final class Letterbox implements Post {
  @Override
  public Uplink uplink(BrokerAddress address) {
    return new PahoUplink(address);
  }

  @Override
  public Ledger ledger(String url) {
    return new JdbcLedger(url);
  }
}
