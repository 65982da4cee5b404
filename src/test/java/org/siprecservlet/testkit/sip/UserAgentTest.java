package org.siprecservlet.testkit.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.testkit.sip.Edit.header;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UserAgentTest {

    private final Trace trace = new Trace();
    private final UserAgent alice = UserAgent.start("alice", trace);
    private final UserAgent bob = UserAgent.start("bob", trace);

    @AfterEach
    void close() {
        alice.close();
        bob.close();
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void callsAndHangsUp(Transport transport) {
        alice.over(transport);

        ClientCall call = alice.invite(bob.uri(), "v=0\r\n", header("X-Foo", "bar"));
        IncomingCall in = bob.awaitCall();
        in.ring();
        call.awaitResponse(180);
        in.answer("v=0\r\ns=bob\r\n");
        SipMessage ok = call.awaitFinal();
        call.ack();
        in.awaitAck();
        PendingRequest bye = call.dialog().bye();
        in.dialog().awaitBye();

        assertThat(in.request().header("x-foo")).contains("bar");
        assertThat(ok.sdp()).isEqualTo("v=0\r\ns=bob\r\n");
        assertThat(bye.awaitFinal().status()).isEqualTo(200);
    }
}
