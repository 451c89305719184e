/** Playing a score: the player, the motion loop and what they report. One performance at a time. */
package iyagi.performance;
