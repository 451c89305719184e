/**
 * MaryTTS, in process: English text made speakable, spoken in one pass with its times, and given a
 * character. No type of MaryTTS leaves this room.
 */
package iyagi.speech.mary;
