package org.siprecservlet.rest;

/** An answer that says in a few words what became of a request. */
interface Audited {

    /** The outcome for one line of the log; nothing in it was written by a stranger. */
    String outcome();
}
