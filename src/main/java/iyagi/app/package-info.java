/** The way in, and the one place where the parts are put together. */
package iyagi.app;
