package org.siprecservlet.media.rtpproxy;

/**
 * The RTPProxy that a call is at, for its life.
 *
 * @param abilities as they were when the call came
 */
record Place(Node node, Abilities abilities) {

    String address() {
        return abilities.address();
    }

    boolean forks() {
        return abilities.forks();
    }
}
