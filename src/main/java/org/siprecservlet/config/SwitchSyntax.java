package org.siprecservlet.config;

/** {@code true} or {@code false}, and nothing else: a misspelt switch must not count as off. */
final class SwitchSyntax implements Syntax<Boolean> {

    @Override
    public Boolean parse(String text) throws BadValue {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadValue("this is neither true nor false", "write true or false");
        };
    }
}
