/**
 * The port to media relays: carry a call's media, copy it for recorders.
 *
 * <p>Owns {@link org.siprecservlet.media.MediaRelay}, its contract and the values in it; relays live in packages below and
 * pass the same contract test. The B2BUA asks for the call's operations, a recording for those of its copy.
 */
package org.siprecservlet.media;
