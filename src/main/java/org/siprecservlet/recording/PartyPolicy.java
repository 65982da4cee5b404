package org.siprecservlet.recording;

/**
 * What the parties of a call have to do with its recording.
 *
 * @param silent whether they are not told of it: recording in silence is outside of what RFC 7866 is for (section 1), and is for
 *     those whom a law allows it
 * @param obliging whether what they wish is done ({@code a=recordpref}, RFC 7866 section 7.1.3)
 */
public record PartyPolicy(boolean silent, boolean obliging) {

    /** They are told, and what they wish is not looked at. */
    public static final PartyPolicy STANDARD = new PartyPolicy(false, false);
}
