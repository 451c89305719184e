/** Servos on a real robot. The only room, beside that of its lamps, that knows Pi4J. */
package iyagi.motion.pi4j;
