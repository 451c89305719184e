/** Card readers that pretend to be a keyboard, through Linux' input events. */
package iyagi.input.evdev;
