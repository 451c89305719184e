package iyagi.console;

import iyagi.session.SessionLog.Unkept;
import iyagi.words.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.tinylog.Logger;

/** What is said when something fails that nobody expected to. */
final class Trouble {
  private Trouble() {}

  static Refused of(IOException trouble) {
    Logger.debug(trouble, "a request could not be answered");
    return new Refused(500, "disk", Map.of("reason", Reason.of(trouble)));
  }

  static Refused of(RuntimeException bug) {
    if (bug instanceof UncheckedIOException files) {
      return of(files.getCause());
    }
    if (bug instanceof Unkept trouble) {
      Logger.debug(trouble, "a request could not be answered");
      return new Refused(500, "disk", Map.of("reason", trouble.sentence()));
    }
    Logger.error(bug, "a request failed");
    return new Refused(500, "unexpected", Map.of("reason", Reason.told(bug)));
  }
}
