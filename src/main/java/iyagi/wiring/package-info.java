/** How a robot is wired: drawn and written from its profile, so that both always agree with it. */
package iyagi.wiring;
