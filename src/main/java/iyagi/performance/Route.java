package iyagi.performance;

import iyagi.score.Passage;

/** Which passage comes after which. */
final class Route {
  /** So often nobody may press a button before a story ends by itself. */
  private static final int MOST_UNANSWERED = 3;

  private Route() {}

  /**
   * The passage that follows when nobody presses a button.
   *
   * @param unanswered how many choices nobody has answered so far, this one counted
   * @return the story's count of passages at its end
   */
  static int after(PassageSource story, Passage passage, int unanswered) {
    if (passage.kind() instanceof Passage.Kind.Choosing(_, _, int otherwise)) {
      return unanswered < MOST_UNANSWERED ? firstOf(story, otherwise) : story.count();
    }
    return passage.number() + 1;
  }

  /**
   * The first passage of a page or of the first page behind it; the story's count of passages
   * behind the last.
   */
  static int firstOf(PassageSource story, int page) {
    int passage = 0;
    while (passage < story.count() && story.page(passage) < page) {
      passage++;
    }
    return passage;
  }
}
