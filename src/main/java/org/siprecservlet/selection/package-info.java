/**
 * Which recording server takes a recording: in which order servers are tried, over which transport, and when the search is
 * over.
 *
 * <p>Owns the groups, failover, redirection, and which servers want to be left alone. No I/O. Rules and requests ask the
 * {@link org.siprecservlet.selection.ServerCatalog} for a search; recordings follow it.
 */
package org.siprecservlet.selection;
