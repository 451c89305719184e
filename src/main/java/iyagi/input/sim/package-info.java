/** Simulated buttons and cards: the default wherever there is no Raspberry Pi. */
package iyagi.input.sim;
