/**
 * What the relays outside of this process have in common: which of them take calls, which call is meant, steps that are taken one
 * after another, and commands that are sent until they are answered.
 *
 * <p>Owns the datagram sockets that commands go over. Knows no relay by name; the packages of the relays call it.
 */
package org.siprecservlet.media.control;
