package org.siprecservlet.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.digest.DigestGate.Verdict;
import org.siprecservlet.testkit.sip.DigestLogin;
import org.siprecservlet.testkit.sip.SipMessage;

class DigestGateTest {

    private static final DigestLogin MUFASA = new DigestLogin("Mufasa", "Circle Of Life");
    private static final String URI = "sip:call-1@192.0.2.1";

    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private final DigestGate gate = new DigestGate(DigestGateTest::users, clock(), new byte[32]);

    private static DigestUsers users() {
        try {
            return DigestUsers.read(List.of(MUFASA.line("recorders", "SHA-256"), MUFASA.line("recorders", "MD5")));
        } catch (MalformedUsersException e) {
            throw new AssertionError(e);
        }
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    @Test
    @Requirement("SRI-09")
    void asksWithAHeaderForEachAlgorithmTheStrongerFirst() {
        Verdict.Unknown unknown = (Verdict.Unknown) judge();
        assertThat(unknown.why()).isEmpty();
        assertThat(unknown.challenges()).hasSize(2);
        assertThat(unknown.challenges().get(0))
                .matches("Digest realm=\"recorders\", nonce=\"[0-9a-f.]+\", algorithm=SHA-256, qop=\"auth\"");
        assertThat(unknown.challenges().get(1)).contains("algorithm=MD5, qop=\"auth\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void letsInWhoKnowsThePassword(int algorithm) {
        assertThat(judge(answer(challenges().get(algorithm), MUFASA))).isEqualTo(new Verdict.Known("Mufasa"));
    }

    /** The example of RFC 2617 section 3.5: no nonce of ours, so that only the hash can be right. */
    @Test
    void findsTheHashThatTheRfcShows() {
        DigestCredentials credentials = DigestCredentials.parse(
                        "Digest username=\"Mufasa\", realm=\"testrealm@host.com\","
                                + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", uri=\"/dir/index.html\", qop=auth,"
                                + " nc=00000001, cnonce=\"0a4f113b\", response=\"6629fae49393a05397450978507c4ef1\"")
                .orElseThrow();
        String hash = DigestAlgorithm.MD5.hash("Mufasa", "testrealm@host.com", "Circle Of Life");
        assertThat(credentials.algorithm()).contains(DigestAlgorithm.MD5);
        assertThat(credentials.isResponseTo(DigestAlgorithm.MD5, hash, "GET")).isTrue();
        assertThat(credentials.isResponseTo(DigestAlgorithm.MD5, hash, "PUT")).isFalse();
    }

    @Test
    @Requirement("SRI-09")
    void asksAgainWhoDoesNotKnowIt() {
        Verdict verdict = judge(answer(challenges().get(0), new DigestLogin("Mufasa", "guess")));
        assertThat(((Verdict.Unknown) verdict).why()).contains("no user has that name, password and algorithm");
    }

    @Test
    void asksAgainWhoIsNobody() {
        assertThat(judge(answer(challenges().get(0), new DigestLogin("Scar", "Circle Of Life"))))
                .isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    @Requirement("SRI-09")
    void takesANonceOnce() {
        String credentials = answer(challenges().get(0), MUFASA);
        judge(credentials);
        assertStale(judge(credentials));
    }

    @Test
    void takesNoNonceThatIsOld() {
        String credentials = answer(challenges().get(0), MUFASA);
        now = now.plus(Nonces.LIFETIME).plusMillis(1);
        assertStale(judge(credentials));
    }

    @Test
    void takesANonceAsLongAsItIsGood() {
        String credentials = answer(challenges().get(0), MUFASA);
        now = now.plus(Nonces.LIFETIME).minus(Duration.ofMillis(1));
        assertThat(judge(credentials)).isInstanceOf(Verdict.Known.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", ".", "1.1.00", "zz.1.00"})
    void takesNoNonceThatSomebodyElseMade(String nonce) {
        String challenge = challenges().get(0).replaceFirst("nonce=\"[^\"]*\"", "nonce=\"" + nonce + "\"");
        assertStale(judge(answer(challenge, MUFASA)));
    }

    @Test
    void takesNoNonceOfAnotherRun() {
        DigestGate before = new DigestGate(DigestGateTest::users, clock(), new byte[] {1});
        String challenge = ((Verdict.Unknown) before.judge("INVITE", List.of(), uri -> true))
                .challenges()
                .get(0);
        assertStale(judge(answer(challenge, MUFASA)));
    }

    @Test
    void takesNoCredentialsThatWereMadeForAnotherCall() {
        Verdict verdict = gate.judge("INVITE", List.of(answer(challenges().get(0), MUFASA)), uri -> false);
        assertThat(((Verdict.Unknown) verdict).why()).contains("its credentials were made for another URI");
    }

    @Test
    void takesNoCredentialsForAnotherMethod() {
        assertThat(gate.judge("BYE", List.of(answer(challenges().get(0), MUFASA)), URI::equals))
                .isInstanceOf(Verdict.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Basic QWxhZGRpbg==", "Digest", "Digest x", "Digest username=\"a", "", "Digest a=\"b\" c=d"})
    void asksAgainWhoWritesWhatCanNotBeRead(String header) {
        assertThat(judge(header)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void takesNoOtherProtectionThanAuth() {
        UnaryOperator<String> weaker = text -> text.replace("qop=auth", "qop=auth-int");
        assertThat(judge(weaker.apply(answer(challenges().get(0), MUFASA)))).isInstanceOf(Verdict.Unknown.class);
    }

    private Verdict judge(String... authorizations) {
        return gate.judge("INVITE", List.of(authorizations), URI::equals);
    }

    private List<String> challenges() {
        return ((Verdict.Unknown) judge()).challenges();
    }

    private static String answer(String challenge, DigestLogin login) {
        return login.answer(challenge, "INVITE", URI)
                .apply(SipMessage.request("INVITE", URI))
                .header("Authorization")
                .orElseThrow();
    }

    private static void assertStale(Verdict verdict) {
        assertThat(((Verdict.Unknown) verdict).challenges()).allMatch(each -> each.endsWith("stale=true"));
    }
}
