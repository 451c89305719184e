/** Simulated servos: the default wherever there is no Raspberry Pi. */
package iyagi.motion.sim;
