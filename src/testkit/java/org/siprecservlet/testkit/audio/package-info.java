/**
 * Sound for tests: makes tones, puts them into G.711, finds them again and keeps them in WAV files. Owns everything
 * about samples: always 8000 a second, one channel, 16 bits, as {@code short[]}. For tests, phones and recorders of the
 * test kit; needs the JDK only; stateless.
 */
package org.siprecservlet.testkit.audio;
