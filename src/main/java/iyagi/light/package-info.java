/** Lamps, colours and how they fade. */
package iyagi.light;
