/**
 * Text as people write it: SIP URIs, hosts, ports and IP addresses, and what may be shown of a stranger's text.
 *
 * <p>Owns these syntaxes and the words for what is wrong with a text. Values only: nothing is looked up, nothing is
 * resolved. Everybody may use it.
 */
package org.siprecservlet.text;
