/** Simulated lamps: the default wherever there is no Raspberry Pi. */
package iyagi.light.sim;
