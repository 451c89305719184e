/**
 * What people press, tap and place: buttons and story cards, and the rules that turn them into
 * wishes. What is done about a wish is decided elsewhere.
 */
package iyagi.input;
