package org.siprecservlet.container;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The kinds of server that the tests run on, and the one place that knows in what they differ. */
enum Container {
    LIBERTY(
            // The server also reports when a peer can not be reached, which is nobody's fault.
            "\\[[^]]*] \\w+ org\\.siprecservlet\\.\\S+\\s+E .*"
                    + "|\\s+at org\\.siprecservlet\\..*|.*SRVE0777E.*|.*FFDC1015I(?!.*java\\.net\\.SocketException).*",
            // The look, after the turn of a session, whether it is over, when another turn has just ended it; the
            // health of
            // an application that is just being taken away; and the question of the test harness whether an application
            // is
            // there that has just been refused.
            List.of(
                    "com.ibm.ws.sip.container.was.SignalingEndOfTask",
                    "com.ibm.ws.microprofile.health.internal.AppTrackerImpl",
                    "javax.management.InstanceNotFoundException")),
    RESTCOMM("\\S+ \\S+ SEVERE \\[[^]]*] org\\.siprecservlet\\..*|\\s+at org\\.siprecservlet\\..*", List.of());

    private final Pattern complaint;
    private final List<String> ownAffairs;

    Container(String complaint, List<String> ownAffairs) {
        this.complaint = Pattern.compile(complaint);
        this.ownAffairs = ownAffairs;
    }

    static Container underTest() {
        return valueOf(System.getProperty("arquillian.launch").toUpperCase(Locale.ROOT));
    }

    /** What an INVITE that lacks a header it must have is answered with. */
    int answerToAMissingHeader() {
        return this == RESTCOMM ? 500 : 400;
    }

    /** What becomes of words that a header has on a line each: Restcomm forgets the space that stands for the fold. */
    String unfolded(String words) {
        return this == RESTCOMM ? words.replace(" ", "") : words;
    }

    /** What goes on as Max-Forwards when none came: Restcomm puts the usual 70 in before the application counts down. */
    String usualMaxForwards() {
        return this == RESTCOMM ? "69" : "70";
    }

    /** Whether a second INVITE gets to the application while it still answers the first: Liberty refuses it by itself. */
    boolean leavesASecondInviteToTheApplication() {
        return this == RESTCOMM;
    }

    /** The algorithms of the challenges of one refusal: Restcomm can send one challenge. */
    List<String> challenged() {
        return this == RESTCOMM ? List.of("SHA-256") : List.of("SHA-256", "MD5");
    }

    /** A line of the log with an error of the application, an exception that went through it, or a fault of the server. */
    Pattern complaint() {
        return complaint;
    }

    /** Words in lines about what the server finds fault with in itself, and nobody but its log hears of. */
    List<String> ownAffairs() {
        return ownAffairs;
    }
}
