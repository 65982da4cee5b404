/**
 * Which calls are recorded, and how: the rules, their conditions, and the texts that they make of a call.
 *
 * <p>Owns the decision, which is taken from the facts of the call alone, without waiting. Read from a file by the
 * configuration; asked once for each answered call by {@link org.siprecservlet.recording.CallRecorder}.
 */
package org.siprecservlet.rule;
