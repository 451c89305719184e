/** Buttons on the Pi's own pins. The only room for inputs that knows Pi4J. */
package iyagi.input.pi4j;
