/**
 * The stories on this robot: where they lie, which languages they have and whether they can be
 * read; and how packed ones come onto its shelf from a file or a library's server. What is in a
 * story is the business of the room {@code story}.
 */
package iyagi.library;
