/** Sound through Java Sound: the only room with its types. */
package iyagi.audio.javasound;
