/**
 * Joints, angles, movements and the limits that every command to a servo passes. Devices are
 * adapters below.
 */
package iyagi.motion;
