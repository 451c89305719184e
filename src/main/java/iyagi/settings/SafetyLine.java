package iyagi.settings;

/**
 * The pin that a servo board's OE (output enable) is wired to.
 *
 * @param chip "gpiochip0"; "" for the one with the Pi's own pins
 * @param line number of the GPIO, 0 to 53
 */
public record SafetyLine(String chip, int line) {}
