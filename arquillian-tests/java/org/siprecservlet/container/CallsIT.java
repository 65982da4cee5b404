package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.testkit.sdp.MediaLine.audio;

import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.testkit.sdp.Sdp;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.IncomingCall;
import org.siprecservlet.testkit.sip.SipMessage;

/** Calls pass through the B2BUA from beginning to end. */
@ContainerTest
class CallsIT {

    private static final String OFFER = Sdp.offer("127.0.0.1", audio(20000, 0, 8, 101));
    private static final String ANSWER = Sdp.answer("127.0.0.1", audio(20002, 0, 101));

    private final Phones phones = new Phones();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of());
    }

    @AfterEach
    void closePhones() {
        phones.close();
    }

    @Test
    void aCallIsSetUpAndEndedByTheCaller() {
        ClientCall call = phones.alice.invite(phones.bob.uri(), OFFER);
        IncomingCall in = phones.bob.awaitCall();
        in.ring();
        call.awaitResponse(180);
        in.answer(ANSWER);
        call.awaitResponse(200);
        call.ack();
        in.awaitAck();
        call.dialog().bye().awaitResponse(200);
        in.dialog().awaitBye();
    }

    @Test
    void headersThatAreNotTheDialogsOwnGoThrough() {
        phones.alice.invite(phones.bob.uri(), OFFER, Edit.header("X-Odd", "a,b ; \"c,d\""));
        SipMessage received = phones.bob.awaitCall().request();
        assertThat(received.header("X-Odd")).contains("a,b ; \"c,d\"");
    }
}
