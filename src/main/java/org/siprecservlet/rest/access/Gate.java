package org.siprecservlet.rest.access;

/** Lets in those whom the container does not know. Any thread may call it. */
interface Gate {

    /**
     * Finds out who is there.
     *
     * @throws AccessRefused when it can not be told, or nobody may come in like this
     */
    Caller admit(Visit visit) throws AccessRefused;
}
