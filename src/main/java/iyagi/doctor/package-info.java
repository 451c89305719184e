/**
 * Looks at every part of a robot and says what works, what does not and what to do. It moves
 * nothing, sounds nothing and changes no setting.
 */
package iyagi.doctor;
