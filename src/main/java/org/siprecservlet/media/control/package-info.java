/**
 * What the relays outside of this process have in common: commands that are sent until they are answered, and steps that are taken
 * one after another.
 *
 * <p>Owns the datagram sockets that commands go over. Knows no relay by name; the packages of the relays call it.
 */
package org.siprecservlet.media.control;
