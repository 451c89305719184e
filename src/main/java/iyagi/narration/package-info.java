/**
 * Recordings of someone who reads a page aloud: where its sentences begin and end, what the mouth
 * does along it, and what is wrong with one. Which recording belongs to which page is said
 * elsewhere.
 */
package iyagi.narration;
