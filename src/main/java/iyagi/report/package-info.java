/**
 * Getting what has happened to the library's server: what may be said, the reports that wait, and
 * the relay that carries them until the server has confirmed each. The broker's client is an
 * adapter below.
 */
package iyagi.report;
