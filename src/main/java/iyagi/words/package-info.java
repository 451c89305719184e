/**
 * Sentences for people in more than one language: English where it is written, Korean from a list.
 */
package iyagi.words;
