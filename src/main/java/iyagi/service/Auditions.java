package iyagi.service;

import iyagi.prepared.PreparedStore;
import iyagi.score.Composer.Spoken;
import iyagi.settings.RobotProfile;
import iyagi.speech.Phrase;
import iyagi.speech.SpeechFault;
import iyagi.speech.Utterance;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The stories that are heard in browsers now: the last few that were opened. One sentence at a time
 * is made for all of them, in the order in which they were asked for, and none while the robot
 * reads. Any thread.
 */
public final class Auditions {
  /** As many people listen at the same time; who comes back after that opens the story again. */
  private static final int MOST_OPEN = 6;

  private final Desk desk;
  private final RobotProfile robot;
  private final Turns turns;
  private final AtomicLong count = new AtomicLong();
  private final Map<String, Audition> open = new LinkedHashMap<>(8, 0.75f, true);

  /**
   * None yet.
   *
   * @param robot whose movements are shown
   * @param turns at the speech engine
   */
  public Auditions(Desk desk, RobotProfile robot, Turns turns) {
    this.desk = desk;
    this.robot = robot;
    this.turns = turns;
  }

  /**
   * Opens a story.
   *
   * @return the name under which {@link #find} finds it until others were opened
   * @throws IOException if the folder for speech cannot be used
   */
  public String open(StoryAtHand story) throws IOException {
    PreparedStore store = new PreparedStore(desk.places().speech(), desk.engine().version());
    Audition audition = new Audition(desk, robot, story, store, this::speak);
    String name = Long.toString(count.incrementAndGet());
    synchronized (open) {
      open.put(name, audition);
      if (open.size() > MOST_OPEN) {
        open.remove(open.keySet().iterator().next());
      }
    }
    return name;
  }

  /** The story that was opened under that name, unless it has been let go. */
  public Optional<Audition> find(String name) {
    synchronized (open) {
      return Optional.ofNullable(open.get(name));
    }
  }

  private Audition.Speech speak(Phrase phrase, PreparedStore store)
      throws IOException, InterruptedException {
    Optional<Audition.Wait> wait = turns.take();
    if (wait.isPresent()) {
      return new Audition.Speech.Not(wait.get());
    }
    try {
      return speakInTurn(phrase, store);
    } finally {
      turns.giveBack();
    }
  }

  /** Meanwhile somebody else may have asked for the same sentence. */
  private Audition.Speech speakInTurn(Phrase phrase, PreparedStore store) throws IOException {
    Optional<Spoken> meanwhile = store.find(phrase);
    if (meanwhile.isPresent()) {
      return new Audition.Speech.Made(meanwhile.get(), List.of());
    }
    try {
      Utterance utterance = desk.engine().speak(phrase);
      Spoken spoken =
          utterance.phones().isEmpty() ? Spoken.nothing(phrase) : store.keep(phrase, utterance);
      return new Audition.Speech.Made(spoken, utterance.unspoken());
    } catch (SpeechFault fault) {
      return new Audition.Speech.Made(Spoken.nothing(phrase), List.of(fault.sentence()));
    }
  }
}
