/** Card readers that speak PC/SC. The only room that knows javax.smartcardio. */
package iyagi.input.pcsc;
