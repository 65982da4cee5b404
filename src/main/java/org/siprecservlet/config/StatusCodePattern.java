package org.siprecservlet.config;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;

/** A regular expression that is searched for in the final status codes of refusals, 300 to 699. */
final class StatusCodePattern implements Syntax<Pattern> {

    private static final String EXAMPLE = "write for example 486|^6";

    @Override
    public Pattern parse(String text) throws BadValue {
        Pattern pattern = compile(text);
        if (IntStream.rangeClosed(300, 699)
                .noneMatch(code -> pattern.matcher(String.valueOf(code)).find())) {
            throw new BadValue("this regular expression matches none of the codes 300 to 699", EXAMPLE);
        }
        return pattern;
    }

    private static Pattern compile(String text) throws BadValue {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            String where = e.getIndex() < 0 ? "" : " at position " + (e.getIndex() + 1);
            throw new BadValue("this is not a regular expression: " + e.getDescription() + where, EXAMPLE);
        }
    }
}
