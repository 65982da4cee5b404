package org.siprecservlet.body;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the parameters of a Content-Type value. */
final class ContentType {

    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([^=;\\s]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;]*))");

    private ContentType() {}

    static Optional<String> boundary(String contentType) {
        Matcher matcher = PARAMETER.matcher(contentType);
        while (matcher.find()) {
            if (matcher.group(1).equalsIgnoreCase("boundary")) {
                String quoted = matcher.group(2);
                String value = quoted == null ? matcher.group(3).strip() : quoted.replaceAll("\\\\(.)", "$1");
                return Optional.of(value).filter(boundary -> !boundary.isBlank());
            }
        }
        return Optional.empty();
    }
}
