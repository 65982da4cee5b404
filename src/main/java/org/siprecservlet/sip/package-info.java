/**
 * The JSR 289 side: a back-to-back user agent for calls and the user agent of recording sessions.
 *
 * <p>Owns everything that touches {@code javax.servlet.sip}: servlets, message building, the mapping between legs, and
 * what differs between containers. Only the container and the composition call it; it tells the core what happened
 * through {@link org.siprecservlet.call.CallListener} and the signals of recording sessions.
 */
package org.siprecservlet.sip;
