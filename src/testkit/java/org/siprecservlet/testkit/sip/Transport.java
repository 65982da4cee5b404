package org.siprecservlet.testkit.sip;

/** What carries a SIP message. */
public enum Transport {
    UDP,
    TCP
}
