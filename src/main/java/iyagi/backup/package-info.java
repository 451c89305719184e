/** Everything of a robot's own in one file, and back again. The PIN and keys are never in it. */
package iyagi.backup;
