package org.siprecservlet.config;

/** What becomes of a new call that no media relay can take. */
public enum WhenUnusable {
    /** It is refused with 503. */
    REFUSE,
    /** It goes past the relay with its description untouched, and is not recorded. */
    PASS;

    static WhenUnusable parse(String text) throws BadValue {
        return switch (text) {
            case "refuse" -> REFUSE;
            case "pass" -> PASS;
            default -> throw new BadValue("this is neither refuse nor pass", "write refuse or pass");
        };
    }
}
