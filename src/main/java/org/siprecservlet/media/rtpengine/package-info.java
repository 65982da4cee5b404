/**
 * The media relay RTPengine, driven over its ng protocol (UDP, JSON): offer and answer carry a call, subscriptions copy it for
 * recorders.
 *
 * <p>Descriptions of the daemon are read for addresses and ports only; what parties and recorders get is written here. Owns
 * the control socket and what is known of each daemon. The steps of one call are taken one after another, on whatever
 * thread brings the reply. Only what wires the product together may call it, and knows it as
 * {@link org.siprecservlet.media.MediaRelay}.
 */
package org.siprecservlet.media.rtpengine;
