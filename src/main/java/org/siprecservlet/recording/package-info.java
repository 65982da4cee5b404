/**
 * The heart of the product: one {@code Recording} per recorder of a call, what it does in which phase, the service that
 * controls and shows recordings and the calls they are of, and the events that tell of them.
 *
 * <p>Owns the transition table, the vocabulary of reasons and the ports towards SIP, rules, server search and time. Knows
 * no container. REST and applications call {@link org.siprecservlet.recording.RecordingService}; the B2BUA calls
 * {@link org.siprecservlet.recording.CallRecorder}; nobody else creates a recording.
 */
package org.siprecservlet.recording;
