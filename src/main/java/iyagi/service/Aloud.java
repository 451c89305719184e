package iyagi.service;

import iyagi.library.Edition;
import iyagi.session.Kind;
import iyagi.story.Story;

/**
 * The story that was started last.
 *
 * @param edition on the shelf
 * @param story in it
 * @param kind who asked for it
 */
public record Aloud(Edition edition, Story story, Kind kind) {}
