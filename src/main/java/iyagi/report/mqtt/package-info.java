/**
 * The way to the broker over Eclipse Paho, which is used as a wire that is thrown away with its
 * connection. Paho's known faults, and what answers each here, are listed in src/docs/paho.md.
 */
package iyagi.report.mqtt;
