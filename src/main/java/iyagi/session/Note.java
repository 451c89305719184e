package iyagi.session;

import java.util.Locale;

/** Something that the library should know of a robot beside its sessions. */
public sealed interface Note {
  /** A part has failed; the reading goes on without it. */
  record Failed(Part part) implements Note {}

  /** It works again. */
  record Works(Part part) implements Note {}

  /** A story has come to the robot. */
  record Installed(String story, String language, String edition) implements Note {}

  /** A story has been taken away. */
  record Removed(String story, String language) implements Note {}

  /**
   * A command from the library that took its time is done.
   *
   * @param command its id
   */
  record Done(String command, boolean well) implements Note {}

  /** What can fail. */
  enum Part {
    SERVOS,
    LAMPS,
    SOUND,
    SPEECH,
    /** Where sessions and reports are kept. */
    STORE,
    /** Another robot uses this robot's name. */
    NAME;

    /** As reports write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
