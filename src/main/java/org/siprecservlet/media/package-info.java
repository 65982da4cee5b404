/**
 * What the product asks of a media relay: to carry a call's media and to copy it for recorders.
 *
 * <p>Owns the port {@link org.siprecservlet.media.MediaRelay} and its values; the packages below it are the relays. The
 * B2BUA and the recording call it. No I/O here; whatever speaks to sockets is below.
 */
package org.siprecservlet.media;
