package iyagi.program;

import java.time.Duration;

/** One thing of a programme between hello and goodbye. */
public sealed interface Item {
  /** The longest question, hint or answer, in characters. */
  int LONGEST_TEXT = 300;

  /**
   * A story is read, and remembered as a session.
   *
   * @param name as a person names it: "bear", or "bear.ko" for one language
   */
  record Story(String name) implements Item {
    /** Checks the name. */
    public Story {
      Checks.name("story", name);
    }
  }

  /**
   * A song: a story file as any other, remembered as one, and called a song on the run sheet.
   *
   * @param name as a person names it: "moon-song"
   */
  record Song(String name) implements Item {
    /** Checks the name. */
    public Song {
      Checks.name("song", name);
    }
  }

  /**
   * Everybody moves; not remembered as a session.
   *
   * @param name of a story file on the shelf; "stretch" is built in
   */
  record Stretch(String name) implements Item {
    /** Checks the name. */
    public Stretch {
      Checks.name("stretch", name);
    }
  }

  /**
   * The robot asks the children something; not remembered as a session.
   *
   * @param ask what is asked, 1 to 300 characters
   * @param patience how long the children have to answer, 1 to 60 s
   * @param hint spoken after the wait, and waited after again; "" for none
   * @param say the answer, expanded; "" for none
   */
  record Question(String ask, Duration patience, String hint, String say) implements Item {
    /** How long children have where nobody says otherwise. */
    public static final Duration USUAL = Duration.ofSeconds(6);

    private static final Duration MOST = Duration.ofSeconds(60);

    /** Checks all. */
    public Question {
      Checks.text("question", ask, 1, LONGEST_TEXT);
      Checks.text("hint", hint, 0, LONGEST_TEXT);
      Checks.text("say", say, 0, LONGEST_TEXT);
      if (patience.compareTo(Duration.ofSeconds(1)) < 0 || patience.compareTo(MOST) > 0) {
        throw Checks.wrong("wait-seconds = {0} is outside 1..60 s", patience.toSeconds());
      }
    }
  }
}
