package org.siprecservlet.media.rtpproxy;

/**
 * What one RTPProxy can do beyond what every usable one can.
 *
 * @param address the IPv4 address it takes media at and sends from, as others see it
 * @param forks whether it copies a call for more than one recorder
 */
record Abilities(String address, boolean forks) {}
