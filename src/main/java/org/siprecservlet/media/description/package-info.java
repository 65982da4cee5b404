/**
 * What relays have in common that read and write session descriptions themselves: the relay in place of a party, what a
 * recorder may be offered, and what its answer says.
 *
 * <p>Owns no state that outlives a call, and no socket. The relays beside it call it.
 */
package org.siprecservlet.media.description;
