package org.siprecservlet.testkit.sip;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers a digest challenge (RFC 7616) with a name and a password. */
public record DigestLogin(String name, String password) {

    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^,\\s]*))");
    private static final String CNONCE = "0a4f113b";
    private static final String COUNT = "00000001";

    /** The Authorization header for a request of this method to this URI, by a challenge of {@code WWW-Authenticate}. */
    public Edit answer(String challenge, String method, String uri) {
        String algorithm = parameter(challenge, "algorithm");
        String nonce = parameter(challenge, "nonce");
        String realm = parameter(challenge, "realm");
        String secret = hash(algorithm, name + ":" + realm + ":" + password);
        String response = hash(
                algorithm, String.join(":", secret, nonce, COUNT, CNONCE, "auth", hash(algorithm, method + ":" + uri)));
        return Edit.header(
                "Authorization",
                "Digest username=\"" + name + "\", realm=\"" + realm + "\", nonce=\"" + nonce + "\", uri=\"" + uri
                        + "\", response=\"" + response + "\", algorithm=" + algorithm + ", cnonce=\"" + CNONCE
                        + "\", qop=auth, nc=" + COUNT);
    }

    /** A line {@code name:realm:hash} for a file of users. */
    public String line(String realm, String algorithm) {
        return name + ":" + realm + ":" + hash(algorithm, name + ":" + realm + ":" + password);
    }

    /** A parameter of a challenge, without quotes; empty text when it is not there. */
    public static String parameter(String challenge, String wanted) {
        Matcher parameter = PARAMETER.matcher(challenge);
        while (parameter.find()) {
            if (parameter.group(1).equalsIgnoreCase(wanted)) {
                return parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
            }
        }
        return "";
    }

    private static String hash(String algorithm, String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("no algorithm " + algorithm, e);
        }
    }
}
