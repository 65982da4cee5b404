/**
 * Session descriptions for tests: {@code Sdp.offer} writes one, {@code Sdp.parse} reads one.
 * Independent of the product's own SDP code on purpose: tests must not share its mistakes. Knows the few attributes
 * that recorded calls use and keeps the rest as text; checks nothing. Called by tests and by the recorder.
 */
package org.siprecservlet.testkit.sdp;
