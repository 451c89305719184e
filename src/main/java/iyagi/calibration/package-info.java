/**
 * Measuring one robot by hand: its joints, one powered at a time and slowly, and its loudness. What
 * was measured is kept by {@code settings}; the terminal is the command line's, the pages are
 * {@code console}'s. Both go by the same rules ({@code JointSteps}, {@code LoudnessSteps}).
 *
 * <p>How late a joint is (its lead) is found at a page as at the terminal: the joint moves to
 * clicks, and the person says "too late" or "too early" until both come together. Sound and
 * movement are compared where both are, at the robot, by one pair of ears and eyes. Tapping along
 * on a phone was not chosen: a person's taps come tens of milliseconds before a beat (Aschersleben,
 * Brain and Cognition 48 (2002) 66), and a browser's clock, its touch screen and the network add
 * more than the 10 ms that are asked for.
 */
package iyagi.calibration;
