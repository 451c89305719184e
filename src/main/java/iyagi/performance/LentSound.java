package iyagi.performance;

import java.util.Optional;
import org.tinylog.Logger;

/** The sound while somebody else than the player has it. Belongs to the thread that steps. */
final class LentSound {
  private Optional<SoundGuest> guest = Optional.empty();

  /** A guest's from now on. */
  void lend(SoundGuest to) {
    takeBack();
    guest = Optional.of(to);
  }

  /** The player's from now on. */
  void takeBack() {
    Optional<SoundGuest> was = guest;
    guest = Optional.empty();
    was.ifPresent(SoundGuest::taken);
  }

  /**
   * One step of the guest.
   *
   * @return whether it has ended with this step
   */
  boolean feed() {
    if (guest.isEmpty()) {
      return false;
    }
    try {
      if (guest.get().feed()) {
        return false;
      }
      guest = Optional.empty();
    } catch (RuntimeException bug) {
      // A mistake of a guest's must not take the thread away that reads stories.
      Logger.error(bug, "a sound that was no story's failed");
      takeBack();
    }
    return true;
  }
}
