package org.siprecservlet.config;

import java.util.Optional;
import org.siprecservlet.text.SipUriSyntax;

/** A setting that is one SIP URI; its value is the text itself. */
final class SipUri implements Syntax<String> {

    private static final String EXAMPLE = "write for example sip:recorder.example.com:5060;transport=tcp";

    @Override
    public String parse(String text) throws BadValue {
        Optional<String> wrong = SipUriSyntax.wrong(text);
        if (wrong.isPresent()) {
            throw new BadValue("\"" + text + "\" is not a SIP URI: " + wrong.get(), EXAMPLE);
        }
        return text;
    }
}
