package iyagi.cli;

import iyagi.collect.Ledger;
import iyagi.report.BrokerAddress;
import iyagi.report.Uplink;

/** For commands that neither send nor take reports. */
final class NoPost implements Post {
  @Override
  public Uplink uplink(BrokerAddress address) {
    throw new AssertionError("nobody was to use " + address.words());
  }

  @Override
  public Ledger ledger(String url) {
    throw new AssertionError("nobody was to use " + url);
  }
}
