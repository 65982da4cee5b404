package org.siprecservlet.config;

/**
 * Who the recording client says it is.
 *
 * @param uri the SIP URI in From of recording sessions; empty: made from the address SIP is taken at
 */
public record SrcSettings(String uri) {

    static SrcSettings read(Values values) {
        return new SrcSettings(values.read(Key.SRC_URI, new SipUri().orWhenEmpty("")));
    }
}
