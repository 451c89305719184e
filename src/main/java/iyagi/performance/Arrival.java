package iyagi.performance;

import iyagi.score.Cue;
import iyagi.score.Passage;
import java.util.ArrayList;
import java.util.List;

/** What is told when a passage comes to be heard. */
final class Arrival {
  private Arrival() {}

  /** The events of a passage, in their order. */
  static List<PerformanceEvent> at(Passage passage) {
    List<PerformanceEvent> events = new ArrayList<>();
    switch (passage.kind()) {
      case Passage.Kind.Patience _ ->
          events.add(new PerformanceEvent.QuestionAsked(passage.number()));
      case Passage.Kind.PageTurn _ -> events.add(new PerformanceEvent.PageEnded(passage.page()));
      case Passage.Kind.Choosing(int left, int right, _) ->
          events.add(new PerformanceEvent.ChoiceOffered(left, right));
      case Passage.Kind.Speech _, Passage.Kind.Silence _ -> {}
    }
    for (Cue cue : passage.cues()) {
      if (cue instanceof Cue.Speak speak) {
        events.add(new PerformanceEvent.LineReached(passage.number(), speak.role(), speak.text()));
      }
    }
    return events;
  }
}
