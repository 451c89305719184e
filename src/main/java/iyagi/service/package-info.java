/**
 * The robot in service: one player, commands from hands, cards, afar and the console, sessions of
 * all that is read. No words typed by a person and no web pages.
 *
 * <p>A recording is played only for the words that it was read for. Where a page's words have
 * changed since, the robot's voice reads the page, and a story in a language without a voice waits:
 * children would hear one thing and see, in captions and gestures and in the book, another, and
 * nobody in the room could tell why. Nothing of it is thrown away; a librarian keeps it for the new
 * words, records the page again or removes it.
 */
package iyagi.service;
