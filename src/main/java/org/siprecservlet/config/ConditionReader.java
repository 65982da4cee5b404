package org.siprecservlet.config;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.siprecservlet.rule.AddressRange;
import org.siprecservlet.rule.Condition;

/** Reads what has to be true of a call for a rule to hold. */
final class ConditionReader {

    private static final String CALLER = "caller";
    private static final String CALLEE = "callee";
    private static final String REQUEST_URI = "request-uri";
    private static final String HEADER = "header";
    private static final String SOURCE = "source";

    private ConditionReader() {}

    static Condition read(YamlObject when) {
        when.allowOnly(List.of(CALLER, CALLEE, REQUEST_URI, HEADER, SOURCE));
        return new Condition(
                when.read(CALLER, ConditionReader::pattern).orElse(null),
                when.read(CALLEE, ConditionReader::pattern).orElse(null),
                when.read(REQUEST_URI, ConditionReader::pattern).orElse(null),
                headers(when.object(HEADER)),
                when.readAll(SOURCE, ConditionReader::source));
    }

    private static Map<String, Pattern> headers(YamlObject header) {
        Map<String, Pattern> headers = new LinkedHashMap<>();
        for (String name : header.keys()) {
            header.read(name, ConditionReader::pattern).ifPresent(pattern -> headers.put(name, pattern));
        }
        return headers;
    }

    private static Pattern pattern(String text) throws BadValue {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new BadValue(
                    "this is not a regular expression: " + e.getDescription() + " " + e.getPattern(),
                    "look-around and back references are not known");
        }
    }

    private static AddressRange source(String text) throws BadValue {
        return AddressRange.parse(text)
                .orElseThrow(() -> new BadValue(
                        "this is neither an IP address nor a range of them", "write for example 10.0.0.0/8"));
    }
}
