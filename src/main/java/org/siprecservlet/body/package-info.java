/**
 * Bodies of SIP messages, single and multipart (RFC 2046, RFC 5621), as values.
 *
 * <p>Owns reading a multipart tolerantly, changing one part without touching another byte, and writing the body of a
 * recording session strictly. No I/O, no knowledge of what the parts mean; anybody may call it.
 */
package org.siprecservlet.body;
