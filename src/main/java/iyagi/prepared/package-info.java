/**
 * Speech that has been made before it is needed: the store by content hash, and the work of filling
 * it.
 */
package iyagi.prepared;
