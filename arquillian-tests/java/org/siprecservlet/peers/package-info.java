/**
 * Calls between programs nobody here wrote: SIPp as phones and as recorder, tshark and xmllint as judges.
 *
 * <p>Owns the finding, starting and stopping of such programs and the reading of what they report. Tests are named {@code
 * *PeersIT} and run in {@code mvn verify -Ppeers}; where a program is missing they fail and name the Debian package.
 */
package org.siprecservlet.peers;
