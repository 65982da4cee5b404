package org.siprecservlet.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A range of UDP ports, both ends included. */
record PortRange(int from, int to) {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})\\s*-\\s*(\\d{1,5})");
    private static final int LOWEST = 1024;
    private static final int HIGHEST = 65_535;
    // A call takes an RTP and an RTCP port at both sides, and its copy as many again.
    private static final int FEWEST = 8;
    private static final String EXAMPLE = "write for example 30000-39999";

    static PortRange parse(String text) throws BadValue {
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            throw new BadValue("this is not a range of ports", EXAMPLE);
        }
        return new PortRange(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2))).checked();
    }

    private PortRange checked() throws BadValue {
        if (from >= to) {
            throw new BadValue("the first port has to be lower than the last", EXAMPLE);
        }
        if (from < LOWEST || to > HIGHEST) {
            throw new BadValue("ports have to be from " + LOWEST + " to " + HIGHEST, EXAMPLE);
        }
        if (to - from + 1 < FEWEST) {
            throw new BadValue("a call with its copy needs " + FEWEST + " ports", EXAMPLE);
        }
        return this;
    }
}
