/**
 * Which calls are recorded, and how: the rules.
 *
 * <p>Owns the decision, which is taken from the facts of the call alone, without waiting. Asked once for each answered call
 * by {@link org.siprecservlet.recording.CallRecorder}.
 */
package org.siprecservlet.rule;
