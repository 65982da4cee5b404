/**
 * Digest authentication (RFC 7616, RFC 8760) as the side that asks for it: users, nonces, challenges and their check.
 * Owns what of a password is kept; never tells it.
 * Called by whoever takes requests; knows no container and reads no files.
 */
package org.siprecservlet.digest;
