/**
 * What the operating system's service manager is told by the robot and asks of it. Without a
 * service manager nothing happens here.
 */
package iyagi.systemd;
