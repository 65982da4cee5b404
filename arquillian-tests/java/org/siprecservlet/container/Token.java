package org.siprecservlet.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** Tokens of an issuer that the server under test trusts: JWTs (RFC 7519) signed with RS256. */
final class Token {

    static final String ISSUER = "https://issuer.example.com";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final KeyPair TRUSTED = keys();

    private Token() {}

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key to verify tokens with, as {@code mp.jwt.verify.publickey} takes it: PEM, in one line. */
    static String publicKey() {
        return "-----BEGIN PUBLIC KEY-----"
                + Base64.getEncoder().encodeToString(TRUSTED.getPublic().getEncoded()) + "-----END PUBLIC KEY-----";
    }

    /** A good token. */
    static String of(String name, String... groups) {
        return signed(TRUSTED, ISSUER, name, Instant.now().plusSeconds(60), groups);
    }

    static String expired(String name, String... groups) {
        return signed(TRUSTED, ISSUER, name, Instant.now().minusSeconds(600), groups);
    }

    static String ofAnotherIssuer(String name, String... groups) {
        return signed(TRUSTED, "https://other.example.com", name, Instant.now().plusSeconds(60), groups);
    }

    static String forged(String name, String... groups) {
        return signed(keys(), ISSUER, name, Instant.now().plusSeconds(60), groups);
    }

    private static String signed(KeyPair keys, String issuer, String name, Instant until, String... groups) {
        String list = Arrays.stream(groups).map(group -> '"' + group + '"').collect(Collectors.joining(",", "[", "]"));
        String quoted = name.replace("\"", "\\\"");
        String claims = "{\"iss\":\"" + issuer + "\",\"sub\":\"" + quoted + "\",\"upn\":\"" + quoted + "\",\"jti\":\""
                + System.identityHashCode(new Object()) + "\",\"iat\":" + (until.getEpochSecond() - 60) + ",\"exp\":"
                + until.getEpochSecond() + ",\"groups\":" + list + "}";
        String text = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encoded(claims);
        return text + "." + signature(keys, text);
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(UTF_8));
    }

    private static String signature(KeyPair keys, String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
