/**
 * Sounds that parties of a call can be let hear: tones that are made, and announcements that were recorded.
 *
 * <p>Owns the samples, the laws of G.711 and the reading of WAV files. The configuration makes sounds, relays play them. No
 * I/O here: files come as octets.
 */
package org.siprecservlet.sound;
