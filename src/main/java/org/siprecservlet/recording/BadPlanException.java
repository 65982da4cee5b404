package org.siprecservlet.recording;

import java.util.Objects;

/** What a recording was told to be is not possible. The message names the field and says why, in one sentence. */
public final class BadPlanException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String why;

    /**
     * @param field the name of the field, as {@link PlanField#key} has it, or {@code instance}
     * @param why what is wrong with it, as the end of a sentence
     */
    public BadPlanException(String field, String why) {
        super(field + ": " + why);
        this.field = Objects.requireNonNull(field);
        this.why = Objects.requireNonNull(why);
    }

    /** The field that is wrong. */
    public String field() {
        return field;
    }

    /** What is wrong with it. */
    public String why() {
        return why;
    }
}
