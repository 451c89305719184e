/**
 * The library's side: takes the reports of all robots from the broker, keeps them, and says what it
 * has. Knows neither a vendor's broker client nor a database.
 */
package iyagi.collect;
