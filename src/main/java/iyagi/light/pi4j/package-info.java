/** Lamps on a real robot. */
package iyagi.light.pi4j;
