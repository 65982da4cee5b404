/**
 * Who may use the REST interface: users of a file over HTTP Basic, whoever the container has authenticated (MicroProfile
 * JWT on Open Liberty), or, as long as neither is configured, this machine only.
 *
 * <p>Owns the roles, the users file and the one filter before everything under {@code /api}. Pure decisions about a
 * {@link org.siprecservlet.rest.access.Visit}, but for the filter, which is called by the servlet container.
 */
package org.siprecservlet.rest.access;
