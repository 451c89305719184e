package iyagi.cli;

import iyagi.collect.Ledger;
import iyagi.report.BrokerAddress;
import iyagi.report.Uplink;

/** What commands need to send and to take reports. Nothing is opened here. */
public interface Post {
  /** The way to a broker. */
  Uplink uplink(BrokerAddress address);

  /**
   * The library's ledger.
   *
   * @param url "jdbc:sqlite:FILE" or "jdbc:postgresql://HOST/DATABASE"
   */
  Ledger ledger(String url);
}
