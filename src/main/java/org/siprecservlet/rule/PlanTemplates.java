package org.siprecservlet.rule;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.siprecservlet.call.IncomingCall;
import org.siprecservlet.metadata.XmlEscape;
import org.siprecservlet.recording.BadPlanException;
import org.siprecservlet.recording.PlanField;
import org.siprecservlet.recording.SessionDetails;

/** The fields of a plan as a rule has them, before there is a call. Immutable. */
public final class PlanTemplates {

    /** Says nothing. */
    public static final PlanTemplates NONE = new PlanTemplates(Map.of());

    private static final Set<PlanField> XML =
            EnumSet.of(PlanField.CALLER, PlanField.CALLEE, PlanField.GROUP_EXTENSION, PlanField.SESSION_EXTENSION);

    private final Map<PlanField, Template> templates;

    public PlanTemplates(Map<PlanField, Template> templates) {
        this.templates = Map.copyOf(templates);
    }

    /**
     * Checks a field as far as that is possible without a call.
     *
     * @throws BadPlanException when it could not be used, whatever the call
     */
    public static void check(PlanField field, Template template) throws BadPlanException {
        boolean hasAForm = field == PlanField.HEADERS || XML.contains(field);
        if (template.isConstant() || hasAForm) {
            SessionDetails.of(
                    field == PlanField.GROUP
                            ? Map.of(field, template.sample())
                            : Map.of(PlanField.GROUP, "sample", field, template.sample()));
        }
    }

    /**
     * Makes the fields of a call.
     *
     * @throws BadPlanException when something that the call brings can not stand where the template has it
     */
    SessionDetails fill(IncomingCall call) throws BadPlanException {
        Map<PlanField, String> texts = new EnumMap<>(PlanField.class);
        for (Map.Entry<PlanField, Template> entry : templates.entrySet()) {
            texts.put(entry.getKey(), fill(entry.getKey(), entry.getValue(), call));
        }
        return SessionDetails.of(texts);
    }

    private static String fill(PlanField field, Template template, IncomingCall call) throws BadPlanException {
        try {
            return template.fill(variable -> harmless(field, variable, variable.of(call)));
        } catch (IllegalArgumentException e) {
            throw new BadPlanException(field.key(), e.getMessage());
        }
    }

    private static String harmless(PlanField field, Variable variable, String fact) {
        if (XML.contains(field)) {
            return XmlEscape.text(fact);
        }
        if (field == PlanField.HEADERS && fact.chars().anyMatch(each -> each == '\r' || each == '\n')) {
            throw new IllegalArgumentException(
                    "${" + variable.name() + "} of this call has a line end, which would make another header of it");
        }
        return fact;
    }
}
