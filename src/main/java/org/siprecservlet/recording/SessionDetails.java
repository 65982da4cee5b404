package org.siprecservlet.recording;

import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.siprecservlet.metadata.Extension;
import org.siprecservlet.metadata.ParticipantDescription;

/**
 * How a recording presents itself to its server: what OpenSIPS takes from {@code $siprec(...)}. Checked when it was made, so
 * that nothing in it can break a message or the metadata.
 *
 * @param group the name of the group that the recording belongs to; null: none
 * @param caller the caller in place of what the call says; null: what the call says
 * @param callee the callee in place of what the call says; null: what the call says
 * @param media the address of the relay that the copy is sent from; null: the relay chooses
 * @param headers further header lines of the INVITE
 * @param socket where the INVITE is sent from; null: the container chooses
 * @param fromUri the SIP URI in From of the INVITE; null: that of this recording client
 * @param toUri the SIP URI in To of the INVITE; null: that of the server
 * @param groupExtension what is told of the group; empty without a group
 * @param sessionExtension what is told of the recorded call
 */
public record SessionDetails(
        String group,
        ParticipantDescription caller,
        ParticipantDescription callee,
        InetAddress media,
        List<HeaderLine> headers,
        LocalSocket socket,
        String fromUri,
        String toUri,
        List<Extension> groupExtension,
        List<Extension> sessionExtension) {

    /** Says nothing: everything is as the call and the configuration have it. */
    public static final SessionDetails NONE =
            new SessionDetails(null, null, null, null, List.of(), null, null, null, List.of(), List.of());

    private static final System.Logger LOG = System.getLogger(SessionDetails.class.getName());

    public SessionDetails {
        headers = List.copyOf(headers);
        groupExtension = List.copyOf(groupExtension);
        sessionExtension = List.copyOf(sessionExtension);
    }

    /**
     * Reads the texts. A field that is missing or blank is not set. Extension data of a group without a group is passed
     * over, as OpenSIPS does, and the log says so.
     *
     * @throws BadPlanException when one of them can not be used; nothing of it has happened
     */
    public static SessionDetails of(Map<PlanField, String> texts) throws BadPlanException {
        PlanTexts plan = new PlanTexts(texts);
        SessionDetails details = new SessionDetails(
                plan.read(PlanField.GROUP, PlanTexts::groupName, null),
                plan.read(PlanField.CALLER, ParticipantDescription::parse, null),
                plan.read(PlanField.CALLEE, ParticipantDescription::parse, null),
                plan.read(PlanField.MEDIA, PlanTexts::address, null),
                plan.read(PlanField.HEADERS, HeaderLine::parse, List.of()),
                plan.read(PlanField.SOCKET, LocalSocket::parse, null),
                plan.read(PlanField.FROM_URI, PlanTexts::sipUri, null),
                plan.read(PlanField.TO_URI, PlanTexts::sipUri, null),
                plan.read(PlanField.GROUP_EXTENSION, Extension::parse, List.of()),
                plan.read(PlanField.SESSION_EXTENSION, Extension::parse, List.of()));
        return details.group == null ? details.withoutGroupExtension() : details;
    }

    private SessionDetails withoutGroupExtension() {
        if (groupExtension.isEmpty()) {
            return this;
        }
        LOG.log(Level.WARNING, "A plan has extension data of a group, but no group: it is not used");
        return new SessionDetails(
                group, caller, callee, media, headers, socket, fromUri, toUri, List.of(), sessionExtension);
    }
}
