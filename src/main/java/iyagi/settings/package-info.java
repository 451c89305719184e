/** Robot profiles and settings files, checked completely before anything moves. */
package iyagi.settings;
