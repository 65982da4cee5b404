/**
 * Restcomm SIP Servlets on Tomcat, as a container of Arquillian.
 *
 * <p>Owns one server process for a run of the tests; archives come and go in it, through the server's own deployer, which is
 * reached over JMX. The server is the one that {@code deploy/restcomm/run} starts, with the tests' own ports.
 */
package org.siprecservlet.arquillian;
