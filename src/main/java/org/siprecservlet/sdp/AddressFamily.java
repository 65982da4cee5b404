package org.siprecservlet.sdp;

/** The address types of SDP. */
public enum AddressFamily {
    IP4,
    IP6
}
