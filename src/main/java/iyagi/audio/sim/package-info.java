/** Silence that keeps time, for machines without a sound card and for rehearsals. */
package iyagi.audio.sim;
