/**
 * What Restcomm SIP Servlets lacks on the last Tomcat 7, in a jar of its own in the server's library.
 *
 * <p>Not part of the application: it knows the server's classes, and nothing else knows it.
 */
package org.siprecservlet.tomcat;
