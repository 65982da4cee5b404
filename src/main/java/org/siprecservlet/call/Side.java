package org.siprecservlet.call;

/** The two sides of a call as the B2BUA sees them: who sent the first INVITE, and who received it. */
public enum Side {
    CALLER,
    CALLEE;

    /** The opposite side. */
    public Side other() {
        return this == CALLER ? CALLEE : CALLER;
    }
}
