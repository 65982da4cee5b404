/**
 * The media relay inside this process: UDP sockets on Netty, no other program.
 *
 * <p>Owns sockets, ports and event loops. All state of one call lives on one event loop and is touched by no other
 * thread. Only what wires the product together may call it, and knows it as {@link org.siprecservlet.media.MediaRelay}.
 */
package org.siprecservlet.media.embedded;
