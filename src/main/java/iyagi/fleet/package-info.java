/**
 * Robots that exist only in this program: they remember and report like real ones and read nothing.
 * For trying out how many a broker and a library's server can bear.
 */
package iyagi.fleet;
