/**
 * The WAR on a real server, called over real sockets.
 *
 * <p>Owns what a test needs to get there: the archive with its own settings, and the addresses it is reached at. Tests are
 * named {@code *IT} and run in {@code mvn verify}; nothing in the product may know this package.
 */
package org.siprecservlet.container;
