/**
 * Monotonic time and the wall clock with its quality, real and by hand. The only room that reads
 * the system's clocks.
 */
package iyagi.time;
