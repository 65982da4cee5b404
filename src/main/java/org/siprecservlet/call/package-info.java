/**
 * A call as the rest of the application sees it: its id, its two sides, who they say they are, what the caller's INVITE
 * told, what is an offer and what an answer in it, and what its parties are to be told of its recording.
 *
 * <p>Owns these values and the listener that hears of calls that arrive, are answered and end, and the port to the parties. Values only: how a call is
 * carried is the business of {@link org.siprecservlet.sip}. Everybody may use it.
 */
package org.siprecservlet.call;
