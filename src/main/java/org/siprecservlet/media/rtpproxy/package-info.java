/**
 * The media relay RTPProxy, driven over its control protocol: U and L carry a call, C and N copy it for recorders.
 *
 * <p>RTPProxy knows no session descriptions: this package rewrites those of the parties and writes those for recorders.
 * Owns the control sockets and what is known of each RTPProxy. The steps of one call are taken one after another, on
 * whatever thread brings the reply. Only what wires the product together may call it, and knows it as
 * {@link org.siprecservlet.media.MediaRelay}.
 */
package org.siprecservlet.media.rtpproxy;
