package iyagi.doctor;

import iyagi.library.Edition;
import iyagi.service.Desk;
import iyagi.service.StoryAtHand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads every story, as far as its text. */
final class StoriesCheck implements Check {
  private final Desk desk;

  StoriesCheck(Desk desk) {
    this.desk = desk;
  }

  @Override
  public List<Finding> look() {
    int good = 0;
    List<String> wrong = new ArrayList<>();
    List<String> mute = new ArrayList<>();
    for (Edition edition : desk.library().editions()) {
      Optional<StoryAtHand> story = StoryAtHand.read(desk, edition, _ -> {});
      if (story.isEmpty()) {
        wrong.add(edition.name());
      } else if (story.get().silence(desk).isPresent()) {
        mute.add(edition.name());
      } else {
        good++;
      }
    }
    List<Finding> found = new ArrayList<>();
    found.add(
        good == 0
            ? Finding.of(Part.STORIES, Verdict.BROKEN, "none", desk.shelves())
            : Finding.of(Part.STORIES, Verdict.WORKS, "good", good));
    if (!mute.isEmpty()) {
      found.add(Finding.of(Part.STORIES, Verdict.ATTENTION, "mute", String.join(", ", mute)));
    }
    if (!wrong.isEmpty()) {
      found.add(Finding.of(Part.STORIES, Verdict.ATTENTION, "wrong", String.join(", ", wrong)));
    }
    return found;
  }
}
