package org.siprecservlet.sip;

import java.util.concurrent.Executor;

/**
 * The threads that the SIP side works on where the container gives it none.
 *
 * @param work for what takes a moment
 * @param sending for messages whose way may first have to be opened: as many threads as there are such messages. Restcomm
 *     has the sender of a message wait for the connection, and the connection wait for a peer that says nothing
 */
public record SipThreads(Executor work, Executor sending) {}
