/**
 * A robot whose process is killed while its network and its broker fail, and a library that counts.
 */
package iyagi.chaos;
