package iyagi.service;

import iyagi.library.Edition;
import iyagi.performance.PassageSource;
import iyagi.session.Kind;
import iyagi.story.Story;
import java.util.Optional;

/**
 * What was started last.
 *
 * @param edition on the shelf; of a few sentences that lie on none, where they would
 * @param story in it
 * @param kind how it is remembered; empty for not at all
 * @param source of its passages, as the player was given it
 */
public record Aloud(Edition edition, Story story, Optional<Kind> kind, PassageSource source) {}
