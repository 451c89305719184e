package iyagi.service;

import iyagi.collect.Ledger;
import iyagi.report.BrokerAddress;
import iyagi.report.Memory;
import iyagi.report.Uplink;
import iyagi.time.Watch;
import java.nio.file.Path;
import java.time.ZoneId;

/** Opens what reports need. Its adapters are chosen where the program is put together. */
public interface Post {
  /**
   * What a robot remembers, in a folder, for the robot itself: what is damaged is put aside.
   *
   * @throws iyagi.session.SessionLog.Unkept if it cannot be opened
   */
  Memory memory(Path folder, Watch watch, ZoneId zone);

  /**
   * The same for somebody who looks in, perhaps while the robot is in service: what is damaged
   * stays where it is.
   *
   * @throws iyagi.session.SessionLog.Unkept if it cannot be opened, or is damaged
   */
  Memory memoryForVisitors(Path folder, Watch watch, ZoneId zone);

  /** The way to a broker. Opens nothing yet. */
  Uplink uplink(BrokerAddress address);

  /**
   * The library's ledger.
   *
   * @param url "jdbc:sqlite:FILE" or "jdbc:postgresql://HOST/DATABASE"
   */
  Ledger ledger(String url);
}
