package iyagi.calibration;

import iyagi.calibration.Act.Place;
import iyagi.motion.Limits;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Notes the places that a person shows of each joint, and which were shown. One thread. */
final class Marking {
  private final Drafts drafts;
  private final Map<Integer, Set<Place>> shown = new HashMap<>();

  Marking(Drafts drafts) {
    this.drafts = drafts;
  }

  /** The places of a joint that were shown and have not been overthrown since. */
  Set<Place> shown(int joint) {
    return shown.getOrDefault(joint, Set.of());
  }

  /** The joint is at a place; "here" in microseconds. */
  List<Say> mark(int joint, Place place, double here) {
    Draft draft = drafts.at(joint);
    boolean reversed = draft.measured().pulses().reversed();
    return switch (place) {
      case SHORTEST -> note(joint, place, draft.shortest(here));
      case LONGEST -> note(joint, place, draft.longest(here));
      case LOWEST -> note(joint, place, reversed ? draft.longest(here) : draft.shortest(here));
      case HIGHEST -> note(joint, place, reversed ? draft.shortest(here) : draft.longest(here));
      case REST -> note(joint, place, draft.rest(here));
      case STRAIGHT -> note(joint, place, draft.straight(here));
      case MIDDLE -> middle(joint, draft, here);
    };
  }

  private List<Say> middle(int joint, Draft draft, double here) {
    if (!restsStraight(draft.make().limits())) {
      return note(joint, Place.MIDDLE, draft.rest(here));
    }
    Draft.Edit straight = draft.straight(here);
    List<Say> says = new ArrayList<>(edit(joint, straight));
    if (straight.done()) {
      says.addAll(note(joint, Place.MIDDLE, drafts.at(joint).rest(here)));
    }
    return says;
  }

  private static boolean restsStraight(Limits limits) {
    return limits.restDegrees() == 0 && limits.minDegrees() < 0 && limits.maxDegrees() > 0;
  }

  /** What is straight ahead depends on how far it may go. */
  private List<Say> note(int joint, Place place, Draft.Edit edit) {
    if (edit.done()) {
      Set<Place> places = shown.computeIfAbsent(joint, _ -> EnumSet.noneOf(Place.class));
      switch (place) {
        case SHORTEST, LONGEST, LOWEST, HIGHEST -> places.remove(Place.MIDDLE);
        case REST, STRAIGHT, MIDDLE -> {}
      }
      places.add(place);
    }
    return edit(joint, edit);
  }

  /** The servo is mounted the other way round: whatever was shown was something else. */
  List<Say> reverse(int joint) {
    shown.remove(joint);
    return edit(joint, drafts.at(joint).reverse());
  }

  /** Notes what became of a change. */
  List<Say> edit(int joint, Draft.Edit edit) {
    drafts.set(joint, edit.draft());
    return edit.says();
  }

  /** The joint as its make has it. */
  void reset(int joint) {
    drafts.set(joint, Draft.of(drafts.at(joint).make()));
    shown.remove(joint);
  }
}
