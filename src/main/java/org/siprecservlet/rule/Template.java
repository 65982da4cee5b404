package org.siprecservlet.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with facts of the call in it: {@code calls of ${from.user}}. Immutable. */
public final class Template {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)(}?)");

    /** Text as it stands; or, when there is a variable, what that stands for. */
    private record Piece(String text, Variable variable) {}

    private final List<Piece> pieces;

    private Template(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException when it names a fact that no call has; the message is a sentence about it
     */
    public static Template parse(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(text);
        int end = 0;
        while (variable.find()) {
            pieces.add(new Piece(text.substring(end, variable.start()), null));
            pieces.add(new Piece("", variable(variable.group(1), variable.group(2))));
            end = variable.end();
        }
        pieces.add(new Piece(text.substring(end), null));
        return new Template(pieces);
    }

    private static Variable variable(String name, String end) {
        if (end.isEmpty()) {
            throw new IllegalArgumentException("${" + name + " has no } at its end");
        }
        return Variable.named(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "a call has no ${" + name + "}, but header.NAME and " + String.join(", ", Variable.names())));
    }

    /** Whether it says the same of every call. */
    public boolean isConstant() {
        return pieces.stream().allMatch(piece -> piece.variable() == null);
    }

    /** What it could say of a call, for a check before there is one. */
    public String sample() {
        return fill(Variable::sample);
    }

    /** What it says when its variables have these values. */
    String fill(Function<Variable, String> values) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(piece.variable() == null ? piece.text() : values.apply(piece.variable()));
        }
        return text.toString();
    }
}
