/** A strip of lamps on the Pi's SPI bus, written to through the kernel's spidev. */
package iyagi.light.spidev;
