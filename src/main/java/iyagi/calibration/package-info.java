/**
 * Measuring one robot by hand: its joints, one powered at a time and slowly, and its loudness. What
 * was measured is kept by {@code settings}; the terminal is the command line's.
 */
package iyagi.calibration;
