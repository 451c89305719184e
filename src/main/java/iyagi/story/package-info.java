/**
 * What an author wrote: stories, pages, lines and directions, and the reader of story files. Knows
 * nothing of sound, servos or the names that a robot understands; those come in as a vocabulary.
 */
package iyagi.story;
