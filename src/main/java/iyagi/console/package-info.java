/**
 * The librarians' pages: what a browser on the library's network shows of the robot and asks of it.
 * The only room with the web server's types, which stay behind {@link iyagi.console.Door}, {@link
 * iyagi.console.Ask} and {@link iyagi.console.Answer}. No rules of reading, sessions or safety.
 */
package iyagi.console;
