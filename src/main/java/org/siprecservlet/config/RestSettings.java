package org.siprecservlet.config;

import java.time.Duration;
import java.util.List;
import org.siprecservlet.rest.access.UsersFile;

/**
 * Who may use the REST interface, and how much of the machine it may take.
 *
 * @param users the path of the users file; empty: none
 * @param tokens whether the container has been told how to verify tokens (MicroProfile JWT)
 * @param anyServer whether a recording may be started at a recorder that no configuration names
 * @param answerTimeout how long a request waits for the outcome of what it asks for
 * @param eventClients how many clients may listen to events at a time
 */
public record RestSettings(String users, boolean tokens, boolean anyServer, Duration answerTimeout, int eventClients) {

    private static final Syntax<Duration> ANSWER_TIMEOUT =
            new DurationSyntax(Duration.ofMillis(1), Duration.ofMinutes(5));
    // Each client takes a thread and a socket.
    private static final Syntax<Integer> EVENT_CLIENTS = new CountSyntax(1000);

    static RestSettings read(Values values) {
        return new RestSettings(
                values.read(Key.REST_USERS, ((Syntax<String>) RestSettings::usersFile).orWhenEmpty("")),
                values.isSet("mp.jwt.verify.publickey") || values.isSet("mp.jwt.verify.publickey.location"),
                values.read(Key.REST_ANY_SERVER, new SwitchSyntax()),
                values.read(Key.REST_ANSWER_TIMEOUT, ANSWER_TIMEOUT),
                values.read(Key.REST_EVENT_CLIENTS, EVENT_CLIENTS));
    }

    private static String usersFile(String path) throws BadValue {
        List<BadValue.Complaint> complaints = UsersFile.faultsIn(path).stream()
                .map(fault -> new BadValue.Complaint(fault, "see docs/rest.md for what a line looks like"))
                .toList();
        if (!complaints.isEmpty()) {
            throw new BadValue(complaints);
        }
        return path;
    }
}
