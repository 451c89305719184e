package iyagi.story;

import iyagi.words.Sentence;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where the story goes on. */
final class ChoiceReader {
  /** How long the robot waits where the author does not say. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Sentence EXAMPLE =
      Sentence.of("write for example 'left → the-hill | right → the-pond, after 8s → the-hill'");

  private static final Pattern ARM =
      Pattern.compile(
          "(left|right|after|왼쪽|오른쪽)\\s*(.*?)\\s*(?:→|->|=>|⇒)\\s*(.+)", Pattern.CASE_INSENSITIVE);

  private final List<String> ids;
  private final Problems problems;

  /**
   * For the pages of one story.
   *
   * @param ids of its pages, in order
   */
  ChoiceReader(List<String> ids, Problems problems) {
    this.ids = ids;
    this.problems = problems;
  }

  /** "left → hill | right → pond, after 8s → hill". */
  Optional<Step> read(Passage text, Place place) {
    OptionalInt left = OptionalInt.empty();
    OptionalInt right = OptionalInt.empty();
    OptionalInt otherwise = OptionalInt.empty();
    Duration after = PATIENCE;
    for (String part : text.text().strip().split("[|,;\\n\\u2028]+", 0)) {
      Matcher arm = ARM.matcher(part.strip());
      if (!arm.matches()) {
        problems.error(place, "'{0}' is no choice; {1}", part.strip(), EXAMPLE);
        return Optional.empty();
      }
      OptionalInt page = page(arm.group(3), place);
      switch (arm.group(1).toLowerCase(Locale.ROOT)) {
        case "left", "왼쪽" -> left = page;
        case "right", "오른쪽" -> right = page;
        default -> {
          otherwise = page;
          after = after(arm.group(2), place);
        }
      }
      if (page.isEmpty()) {
        return Optional.empty();
      }
    }
    if (left.isEmpty() || right.isEmpty()) {
      problems.error(place, "a choice needs a left and a right; {0}", EXAMPLE);
      return Optional.empty();
    }
    int nobody = otherwise.orElse(left.getAsInt());
    return Optional.of(new Step.Choice(left.getAsInt(), right.getAsInt(), after, nobody));
  }

  private Duration after(String text, Place place) {
    Optional<Duration> found = Quantities.duration(text);
    if (found.isEmpty()) {
      problems.error(place, "after '{0}' is no length of time; write for example 8s", text);
    } else if (found.get().toMillis() < 1000 || found.get().toMillis() > 60_000) {
      problems.error(place, "after {0} is outside 1..60 s", Quantities.seconds(found.get()));
    }
    return found.orElse(PATIENCE);
  }

  private OptionalInt page(String target, Place place) {
    String id = PageIds.id(target);
    int index = ids.indexOf(id);
    if (index < 0 && id.matches("page-\\d{1,3}")) {
      int number = Integer.parseInt(id.substring("page-".length()));
      index = number <= ids.size() ? number - 1 : -1;
    }
    if (index < 0) {
      problems.error(place, "there is no page '{0}'{1}", target.strip(), Suggestion.orAll(id, ids));
      return OptionalInt.empty();
    }
    return OptionalInt.of(index + 1);
  }
}
