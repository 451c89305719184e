/**
 * The reading programme: what is read when, by itself or announced, and what became of it. Sends
 * wishes to a storyteller; plays nothing itself and knows no web page.
 */
package iyagi.program;
