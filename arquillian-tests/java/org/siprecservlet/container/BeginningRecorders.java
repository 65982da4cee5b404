package org.siprecservlet.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.siprecservlet.testkit.sip.DigestLogin;

/** The recorders that a deployment lets begin recording sessions, and how they name a call. */
final class BeginningRecorders {

    static final DigestLogin ARCHIVE = new DigestLogin("archive", "correct horse");
    static final DigestLogin QUALITY = new DigestLogin("quality", "battery staple");
    private static final String REALM = "recorders";

    private BeginningRecorders() {}

    /** Records nothing by itself. */
    static WebArchive war() {
        return Wars.siprecServlet(Map.of("siprec.srs.users", file().toString(), "siprec.srs.answer-timeout", "2s"));
    }

    private static Path file() {
        try {
            Path file = Files.createTempFile("recorders", ".htdigest");
            file.toFile().deleteOnExit();
            return Files.writeString(
                    file,
                    String.join(
                            "\n",
                            "# both kinds of hash, and one alone",
                            ARCHIVE.line(REALM, "SHA-256"),
                            ARCHIVE.line(REALM, "MD5"),
                            QUALITY.line(REALM, "SHA-256")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a recorder calls to have the call recorded. */
    static String address(String callId) {
        String user = URLEncoder.encode(callId, StandardCharsets.UTF_8).replace("+", "%20");
        return "sip:" + user + "@" + Server.HOST + ":" + Server.sipPort();
    }
}
