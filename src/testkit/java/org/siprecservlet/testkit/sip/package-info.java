/**
 * A small SIP stack for tests (RFC 3261 and the parts of 3262 and 3311 that a call needs).
 * {@code UserAgent} is the scripted phone: blocking calls with time-outs that read like a ladder diagram;
 * {@code SipEndpoint} below it owns the sockets, the transactions and the retransmissions; {@code Trace} keeps every
 * message and {@code Ladder} draws it. {@code Edit} changes any message before it goes out, so that everything can
 * also be done wrongly on purpose. Called by tests, by the {@code recorder} package and by the demo.
 */
package org.siprecservlet.testkit.sip;
