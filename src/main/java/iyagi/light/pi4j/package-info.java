/** Lamps on a real robot that are reached through Pi4J: on a PCA9685 or on the Pi's own pins. */
package iyagi.light.pi4j;
