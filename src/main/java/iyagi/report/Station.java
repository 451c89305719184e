package iyagi.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The robot as its relay sees it. The relay's thread calls; nothing here may take long. */
public interface Station {
  /** The program's version. */
  String version();

  /** The make of robot. */
  String profile();

  /** Languages that it can speak, as tags. */
  List<String> languages();

  /** Its stories. */
  Outgoing.Inventory inventory();

  /** Parts that do not work now, as reports write them. */
  List<String> faults();

  /** No sound is louder, in dB below full scale. */
  double volumeCeilingDb();

  /** Silence and limp servos at once. Any thread, and before anything else. */
  void halt();

  /**
   * Does what the library asks, or says why not.
   *
   * @param command checked for age and repetition; its type is one of {@link Commands#TYPES}
   */
  Answer obey(Incoming.Command command);

  /** Takes over the library's wishes. */
  void wish(Incoming.Desired desired);

  /**
   * An answer to a command.
   *
   * @param refusal why, if it is refused
   */
  record Answer(Status status, Optional<Refusal> refusal) {
    /** It is done. */
    public static final Answer DONE = new Answer(Status.DONE, Optional.empty());

    /** It has been begun; that it is done will be told as a fact. */
    public static final Answer ACCEPTED = new Answer(Status.ACCEPTED, Optional.empty());

    /** It is not done. */
    public static Answer refused(Refusal refusal) {
      return new Answer(Status.REFUSED, Optional.of(refusal));
    }
  }

  /** What became of a command. */
  enum Status {
    ACCEPTED,
    DONE,
    REFUSED;

    /** As results write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
