/**
 * Sound: samples, loudness, mixing, files, and where the listener is. Devices are adapters below.
 */
package iyagi.audio;
