/**
 * A story set out in time: the composer and the plain data that it makes, as JSON, as a drawing and
 * as captions. Nothing here runs.
 */
package iyagi.score;
