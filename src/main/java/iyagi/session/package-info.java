/**
 * What is remembered of a reading: which story, how far, how it ended, and when. Nothing of a child
 * is known here. Where it is kept is an adapter's matter.
 */
package iyagi.session;
