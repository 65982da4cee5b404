package org.siprecservlet.health;

/**
 * What is being carried at one moment.
 *
 * @param calls calls that live, answered or not
 * @param mediaPorts ports the media relay has given out, for calls and for copies to recorders
 * @param roomForOneMore whether the media of one more call could be carried
 */
public record Load(int calls, int mediaPorts, boolean roomForOneMore) {

    static final Load NOTHING_TAKEN_YET = new Load(0, 0, false);
}
