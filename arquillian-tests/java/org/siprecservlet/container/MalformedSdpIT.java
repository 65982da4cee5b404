package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.testkit.sdp.MediaLine.audio;

import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.testkit.sdp.Sdp;
import org.siprecservlet.testkit.sip.BodyPart;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.IncomingCall;
import org.siprecservlet.testkit.sip.PendingRequest;

/** A session description that can not be read is refused where it comes from, and its call is not left half done. */
@ContainerTest
class MalformedSdpIT extends CallTest {

    private static final String BROKEN = OFFER.replace("m=audio 20000", "m=audio many");

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of());
    }

    @AfterEach
    void theNextCallPasses() {
        Conversation.between(alice, bob).end();
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "hello",
                "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio\r\n",
                "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio -1 RTP/AVP 0\r\n",
                "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 70000 RTP/AVP 0\r\n",
                "m=audio 20000 RTP/AVP 0\r\nv=0\r\n",
                "\u0000\u0001\u0002",
                "<sdp/>"
            })
    void anOfferThatIsNoneIsRefused(String sdp) {
        assertThat(alice.invite(bob.uri(), sdp).awaitResponse(400).header("Warning"))
                .isPresent();
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "v=0",
                "v=0\r\no=x\r\ns=-\r\nt=0 0\r\n",
                "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=nothing\r\nt=0 0\r\nm=audio 20000 RTP/AVP 0\r\n"
            })
    void anOfferThatIsWrongWhereTheServerNeedsNothingIsPassedOn(String sdp) {
        ClientCall call = alice.invite(bob.uri(), sdp);
        IncomingCall in = bob.awaitCall();
        assertThat(in.offer()).startsWith("v=0");
        in.respond(488);
        call.awaitResponse(488);
    }

    @Test
    void anAnswerThatIsNoneEndsTheCallBeforeItBegins() {
        ClientCall call = alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        in.answer(BROKEN);
        assertThat(call.awaitResponse(502).header("Warning")).isPresent();
        in.awaitAck();
        in.dialog().awaitBye();
    }

    @Test
    void anOfferThatIsNoneInThe200EndsTheCallBeforeItBegins() {
        ClientCall call = alice.invite(bob.uri());
        IncomingCall in = bob.awaitCall();
        in.answer(BROKEN);
        call.awaitResponse(502);
        in.awaitAck();
        in.dialog().awaitBye();
    }

    @Test
    void anAnswerThatIsNoneInTheAckEndsTheCallOnBothSides() {
        ClientCall call = alice.invite(bob.uri());
        IncomingCall in = bob.awaitCall();
        in.answer(OFFER);
        call.awaitResponse(200);
        call.ack(BROKEN);
        in.awaitAck();
        in.dialog().awaitBye();
        call.dialog().awaitBye();
    }

    @Test
    void aProvisionalAnswerThatIsNoneIsNotPassedOn() {
        ClientCall call = alice.invite(bob.uri(), OFFER);
        IncomingCall in = bob.awaitCall();
        in.respond(183, Edit.sdp(BROKEN));
        in.ring();
        call.awaitResponse(180);
        assertThat(call.responses()).noneMatch(r -> r.status() == 183);
        in.answer(ANSWER);
        Conversation.acknowledged(call, in).end();
    }

    @Test
    void inAReinviteItIsRefusedAndTheCallGoesOn() {
        Conversation talk = Conversation.between(alice, bob);
        talk.callee().reinvite(BROKEN).awaitResponse(400);
        talk.end();
    }

    @Test
    void inTheAnswerOfAReinviteItEndsTheCallSinceTheSidesNoLongerAgree() {
        Conversation talk = Conversation.between(alice, bob);
        ClientCall reinvite = talk.caller().reinvite(OFFER);
        IncomingCall in = talk.callee().awaitReinvite();
        in.answer(BROKEN);
        reinvite.awaitResponse(502);
        in.awaitAck();
        talk.callee().awaitBye();
        talk.caller().awaitBye();
    }

    @Test
    void inAnUpdateItIsRefusedAndTheCallGoesOn() {
        Conversation talk = Conversation.between(alice, bob);
        talk.caller().update(BROKEN).awaitResponse(400);
        talk.end();
    }

    @Test
    void inTheAnswerOfAnUpdateItIsTheFaultOfTheOtherSide() {
        Conversation talk = Conversation.between(alice, bob);
        PendingRequest update = talk.caller().update(OFFER);
        talk.callee().awaitRequest("UPDATE").respond(200, Edit.sdp(BROKEN));
        update.awaitResponse(502);
        talk.end();
    }

    @Test
    void anAnswerWithFewerLinesThanTheOfferIsNotPassedOn() {
        ClientCall call =
                alice.invite(bob.uri(), Sdp.offer("127.0.0.1", audio(20000, 0), audio(20004, 8), audio(20008, 101)));
        IncomingCall in = bob.awaitCall();
        in.answer(ANSWER);
        int status = call.awaitFinal().status();
        if (status == 200) {
            call.ack();
            in.awaitAck();
            new Conversation(call, in).end();
        } else {
            assertThat(status).isEqualTo(502);
            in.awaitAck();
            in.dialog().awaitBye();
        }
    }

    @Test
    void aPictureThatIsCalledSdpIsRefused() {
        alice.invite(
                        bob.uri(),
                        m -> m.withBody("application/sdp", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}))
                .awaitResponse(400);
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"multipart/mixed", "multipart/mixed;boundary=", "multipart/mixed;boundary=other"})
    void aMultipartThatCanNotBeTakenApartIsRefused(String type) {
        String body = "--b\r\nContent-Type: application/sdp\r\n\r\n" + OFFER + "\r\n--b--\r\n";
        alice.invite(bob.uri(), Edit.body(type, body)).awaitResponse(400);
    }

    @Test
    void aMultipartWhoseDescriptionIsNoneIsRefused() {
        alice.invite(
                        bob.uri(),
                        Edit.multipart(
                                BodyPart.of("text/plain", "", "x"), BodyPart.of("application/sdp", "", "m=audio")))
                .awaitResponse(400);
    }
}
