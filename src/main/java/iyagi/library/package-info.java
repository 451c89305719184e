/**
 * The stories on this robot: where they lie, which languages they have and whether they can be
 * read.
 */
package iyagi.library;
