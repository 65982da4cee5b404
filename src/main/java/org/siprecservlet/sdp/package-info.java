/**
 * What the product reads and writes of SDP (RFC 8866), as final values.
 *
 * <p>Owns parsing, writing and the offer that is made to a recorder. No I/O, no state; anybody may call it.
 * Text of a description is kept as ISO-8859-1, one character per byte, so that whatever came goes out byte for byte.
 */
package org.siprecservlet.sdp;
