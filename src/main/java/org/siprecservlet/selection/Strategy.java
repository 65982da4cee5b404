package org.siprecservlet.selection;

/** In which order the servers of a group are tried. */
public enum Strategy {
    /** Always in the order in which they are written: the later ones stand by. */
    HUNT,
    /** Each search begins one server later than the one before, and goes on from there. */
    ROUND_ROBIN
}
