package org.siprecservlet.config;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.siprecservlet.digest.DigestUsers;
import org.siprecservlet.digest.MalformedUsersException;
import org.siprecservlet.recording.RecorderProfile;
import org.siprecservlet.recording.SrsUri;
import org.siprecservlet.selection.ServerGroup;

/**
 * The recording servers.
 *
 * @param standard the servers for calls that no rule decides, in the order in which they are tried; empty: such calls are
 *     not recorded
 * @param terms how far a server is tried that has no terms of its own
 * @param users the path of the file of those that may begin recording sessions themselves; empty: none may
 */
public record ServerSettings(List<SrsUri> standard, ServerGroup.Terms terms, String users) {

    // After five minutes a server has been given more time than any SIP timer gives it.
    static final Syntax<Duration> ANSWER_TIMEOUT = new DurationSyntax(Duration.ofMillis(1), Duration.ofMinutes(5));

    // More often than once a second would only be load, and no call lasts longer than a day.
    static final Syntax<Duration> KEEPALIVE =
            new DurationSyntax(Duration.ofSeconds(1), Duration.ofHours(24)).orWord("0s", Duration.ZERO);

    private static final Syntax<List<SrsUri>> SERVERS =
            new CommaList<>(text -> new SrsUri(new SipUri().parse(text))).orWhenEmpty(List.of());

    public ServerSettings {
        standard = List.copyOf(standard);
    }

    static ServerSettings read(Values values, FileText files) {
        return new ServerSettings(
                values.read(Key.SRS, SERVERS),
                new ServerGroup.Terms(
                        values.read(
                                Key.SKIP_FAILOVER_CODES,
                                new StatusCodePattern().orWhenEmpty(ServerGroup.Terms.NO_CODE)),
                        values.read(Key.SRS_ANSWER_TIMEOUT, ANSWER_TIMEOUT),
                        RecorderProfile.STANDARD,
                        values.read(Key.SRS_KEEPALIVE, KEEPALIVE)),
                values.read(Key.SRS_USERS, ((Syntax<String>) path -> usersFile(path, files)).orWhenEmpty("")));
    }

    private static String usersFile(String path, FileText files) throws BadValue {
        try {
            DigestUsers.read(files.read(path).lines().toList());
            return path;
        } catch (MalformedUsersException e) {
            throw new BadValue(complaints(e.faults()));
        } catch (IOException | RuntimeException e) {
            throw new BadValue(complaints(List.of("the file is not there or can not be read")));
        }
    }

    private static List<BadValue.Complaint> complaints(List<String> faults) {
        return faults.stream()
                .map(fault ->
                        new BadValue.Complaint(fault, "see docs/recorders-that-call.md for what a line looks like"))
                .toList();
    }
}
