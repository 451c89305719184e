/**
 * Text to timed sound: the engine's port, voices, utterances with their phones and words. Engines
 * are adapters below.
 */
package iyagi.speech;
