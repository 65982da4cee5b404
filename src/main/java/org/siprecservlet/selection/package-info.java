/**
 * Which recording server takes a recording: in which order servers are tried, over which transport, and when the search is
 * over.
 *
 * <p>Owns failover. Pure values, no I/O, no state. Rules build the search; recordings follow it.
 */
package org.siprecservlet.selection;
