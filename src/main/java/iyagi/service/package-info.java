/**
 * The robot in service: one player, commands from hands, cards, afar and the console, sessions of
 * all that is read. No words typed by a person and no web pages.
 */
package iyagi.service;
