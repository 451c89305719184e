package iyagi.calibration;

import iyagi.words.Sentence;

/**
 * What the bench has done.
 *
 * @param pulseMicros what the joint was told last that is or was powered; NaN if none was yet
 * @param letGo all orders up to this number are over: their joint was let go
 * @param why it was let go without having been asked to; nothing if it was asked to
 */
public record Seen(double pulseMicros, int letGo, Sentence why) {}
