package iyagi.program;

import iyagi.words.Sentence;
import java.util.List;
import java.util.Optional;

/**
 * The programme as it stands, for people to see.
 *
 * @param programme that is in force
 * @param problems of its file; while there are any, the programme before them stays in force
 * @param clockKnown whether anything may begin by itself
 * @param running what is under way
 */
public record ProgrammeState(
    Programme programme, List<Sentence> problems, boolean clockKnown, Optional<Running> running) {
  /** Copies the problems. */
  public ProgrammeState {
    problems = List.copyOf(problems);
  }

  /**
   * An occasion under way.
   *
   * @param step which of its things, from 0, hello and goodbye counted
   */
  public record Running(Occasion occasion, int step) {}
}
