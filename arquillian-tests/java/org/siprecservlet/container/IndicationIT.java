package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.testkit.sdp.MediaLine.audio;

import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.sdp.MediaLine;
import org.siprecservlet.testkit.sdp.Sdp;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Dialog;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.IncomingCall;
import org.siprecservlet.testkit.sip.SipMessage;

/** Phones that want to know whether they are recorded are told, by offers that the server makes by itself. */
@ContainerTest
class IndicationIT {

    private static final Edit AWARE = Edit.header("Supported", "record-aware");
    private static final Duration A_WHILE = Duration.ofMillis(700);

    private final Stage stage = new Stage();

    @Deployment(testable = false)
    static WebArchive war() {
        return Control.in(Wars.siprecServlet());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static Dialog caller(Talk talk) {
        return talk.call().dialog();
    }

    private static Dialog callee(Talk talk) {
        return talk.incoming().dialog();
    }

    private static String callersSdp(Talk talk) {
        return talk.call().request().sdp();
    }

    private static String calleesSdp(Talk talk) {
        return Sdp.answer(Server.HOST, audio(talk.calleesPort().port(), 0, 101));
    }

    /** What the caller was told with the 200. */
    private static String answerTo(Talk talk) {
        return talk.call().responses().stream()
                .filter(each -> each.status() == 200)
                .findFirst()
                .orElseThrow()
                .sdp();
    }

    /** What a re-INVITE tells this phone, which takes it. */
    private static String told(Dialog phone, String sdp) {
        IncomingCall reinvite = phone.awaitReinvite();
        take(reinvite, sdp);
        return reinvite.offer();
    }

    private static void take(IncomingCall reinvite, String sdp) {
        reinvite.answer(sdp);
        reinvite.awaitAck();
    }

    private static List<String> marks(String sdp) {
        return sdp.lines().filter(line -> line.startsWith("a=record")).toList();
    }

    private static String unmarked(String sdp) {
        return sdp.replaceAll("a=record:[a-z]+\r\n", "").replaceAll("(?m)^(o=\\S+ \\S+) \\d+", "$1");
    }

    @Test
    @Requirement({"IND-02", "IND-04", "IND-06", "IND-07", "IND-08", "PAU-07"})
    void aCallerIsToldOfTheStartTheBreakAndTheEnd() {
        Talk talk = stage.call(AWARE);
        String answer = answerTo(talk);
        assertThat(marks(answer)).containsExactly("a=record:off");
        String id = Control.start(talk, "default");
        String on = told(caller(talk), callersSdp(talk));
        assertThat(marks(on)).containsExactly("a=record:on");
        assertThat(unmarked(on)).isEqualTo(unmarked(answer));
        assertThat(Sdp.parse(on).version()).isEqualTo(Sdp.parse(answer).version() + 1);

        Control.pause(id);
        assertThat(marks(told(caller(talk), callersSdp(talk)))).containsExactly("a=record:paused");
        Control.resume(id);
        assertThat(marks(told(caller(talk), callersSdp(talk)))).containsExactly("a=record:on");
        Control.stop(id);
        assertThat(marks(told(caller(talk), callersSdp(talk)))).containsExactly("a=record:off");
        assertThat(callee(talk).staysQuiet("INVITE", A_WHILE)).isTrue();
        talk.assertBothAreHeard();
    }

    @Test
    @Requirement({"IND-02", "IND-06", "TRM-02"})
    void aCalleeIsToldToo() {
        Talk talk = stage.ringing();
        assertThat(marks(talk.incoming().offer())).isEmpty();
        talk.answer(AWARE);
        Control.start(talk, "default");
        String on = told(callee(talk), calleesSdp(talk));
        assertThat(marks(on)).containsExactly("a=record:on");
        assertThat(unmarked(on)).isEqualTo(unmarked(talk.incoming().offer()));

        stage.recordedSession().hangUp();
        assertThat(marks(told(callee(talk), calleesSdp(talk)))).containsExactly("a=record:off");
        assertThat(caller(talk).staysQuiet("INVITE", A_WHILE)).isTrue();
        talk.assertBothAreHeard();
    }

    @Test
    void bothMayWantToKnow() {
        Talk talk = stage.ringing(AWARE).answer(AWARE);
        Control.start(talk, "default");
        assertThat(marks(told(caller(talk), callersSdp(talk)))).containsExactly("a=record:on");
        assertThat(marks(told(callee(talk), calleesSdp(talk)))).containsExactly("a=record:on");
        talk.assertBothAreHeard();
    }

    @Test
    void whoDoesNotAskIsNotBothered() {
        Talk talk = stage.call();
        String id = Control.start(talk, "default");
        stage.recordedSession();
        Control.pause(id);
        Control.resume(id);

        assertThat(caller(talk).staysQuiet("INVITE", A_WHILE)).isTrue();
        assertThat(marks(answerTo(talk))).isEmpty();
        stage.assertUntouched(talk);
    }

    @Test
    void whoRefusesToHearOfItGoesOnTalkingAndIsToldOfTheNextChange() {
        Talk talk = stage.call(AWARE);
        String id = Control.start(talk, "default");
        caller(talk).awaitReinvite().respond(488);
        RecordedSession session = stage.recordedSession();
        assertThat(caller(talk).staysQuiet("INVITE", A_WHILE)).isTrue();
        talk.assertBothAreHeard();
        Hearing.assertFlows(session);

        Control.pause(id);
        assertThat(marks(told(caller(talk), callersSdp(talk)))).containsExactly("a=record:paused");
    }

    @Test
    void whoIsBusyWithAnOfferOfItsOwnIsToldLater() {
        Talk talk = stage.call(AWARE);
        Control.start(talk, "default");
        caller(talk).awaitReinvite().respond(491);

        assertThat(marks(told(caller(talk), callersSdp(talk)))).containsExactly("a=record:on");
    }

    @Test
    void theReinviteOfTheOtherSideWaitsForTheAnswerAndThenPasses() {
        Talk talk = stage.call(AWARE);
        Control.start(talk, "default");
        IncomingCall news = caller(talk).awaitReinvite();
        ClientCall hold = callee(talk).reinvite(hold(talk));
        assertThat(caller(talk).staysQuiet("INVITE", A_WHILE)).isTrue();
        take(news, callersSdp(talk));

        IncomingCall in = caller(talk).awaitReinvite();
        assertThat(marks(in.offer())).containsExactly("a=record:on");
        assertThat(in.offer()).contains("a=sendonly");
        assertThat(Sdp.parse(in.offer()).version())
                .isEqualTo(Sdp.parse(news.offer()).version() + 1);
        in.answer(callersSdp(talk));
        hold.awaitResponse(200);
        hold.ack();
        in.awaitAck();
        assertThat(caller(talk).staysQuiet("INVITE", A_WHILE)).isTrue();
    }

    @Test
    void aReinviteThatIsTakenBackWhileItWaitsIsNotPassedOn() {
        Talk talk = stage.call(AWARE);
        Control.start(talk, "default");
        IncomingCall news = caller(talk).awaitReinvite();
        ClientCall hold = callee(talk).reinvite(hold(talk));
        hold.awaitResponse(100);
        hold.cancel().awaitResponse(200);
        hold.awaitResponse(487);
        take(news, callersSdp(talk));

        assertThat(caller(talk).staysQuiet("INVITE", A_WHILE)).isTrue();
        talk.assertBothAreHeard();
    }

    private static String hold(Talk talk) {
        MediaLine line = audio(talk.calleesPort().port(), 0, 101).sendonly();
        return Sdp.version(2, Server.HOST, List.of(line));
    }

    @Test
    @OnlyOn(
            value = Container.LIBERTY,
            because = "Restcomm hands such a re-INVITE to the application, which lets it wait")
    void whoReinvitesInTheSameMomentIsToldToTryAgain() {
        Talk talk = stage.call(AWARE);
        Control.start(talk, "default");
        IncomingCall news = caller(talk).awaitReinvite();
        caller(talk).reinvite(callersSdp(talk)).awaitResponse(491);
        news.respond(491);

        assertThat(marks(told(caller(talk), callersSdp(talk)))).containsExactly("a=record:on");
        talk.assertBothAreHeard();
    }

    @Test
    @OnlyOn(value = Container.RESTCOMM, because = "Open Liberty answers 491 to such a re-INVITE by itself")
    void whoReinvitesInTheSameMomentHasItsOfferTaken() {
        Talk talk = stage.call(AWARE);
        Control.start(talk, "default");
        IncomingCall news = caller(talk).awaitReinvite();
        ClientCall reinvite = caller(talk).reinvite(callersSdp(talk));
        news.respond(491);
        IncomingCall in = callee(talk).awaitReinvite();
        in.answer(calleesSdp(talk));
        SipMessage answer = reinvite.awaitResponse(200);
        reinvite.ack();
        in.awaitAck();

        assertThat(marks(answer.sdp())).containsExactly("a=record:on");
        assertThat(caller(talk).staysQuiet("INVITE", Duration.ofMillis(2500)))
                .as("it was told with the answer")
                .isTrue();
    }

    @Test
    void whatWaitsForAPhoneThatAsksItsUserIsRefusedInTheEnd() {
        Talk talk = stage.call(AWARE);
        Control.start(talk, "default");
        IncomingCall news = caller(talk).awaitReinvite();
        news.ring();
        callee(talk).reinvite(hold(talk)).awaitResponse(491, Duration.ofSeconds(8));
        news.awaitCancel();
        talk.assertBothAreHeard();
    }

    @Test
    void theCallMayEndBeforeTheReinviteThatTellsIsAnswered() {
        Talk talk = stage.call(AWARE);
        Control.start(talk, "default");
        IncomingCall reinvite = caller(talk).awaitReinvite();
        talk.endByCallee();
        reinvite.respond(487);
    }

    @Test
    void theOtherSideIsToldAlthoughThisOneKnowsNothingOfTheCall() {
        Talk talk = stage.ringing(AWARE).answer(AWARE);
        Control.start(talk, "default");
        caller(talk).awaitReinvite().respond(481);

        IncomingCall news = (IncomingCall) callee(talk).awaitRequest("INVITE", Duration.ofSeconds(40));
        assertThat(marks(news.offer())).containsExactly("a=record:on");
        take(news, calleesSdp(talk));
        talk.assertBothAreHeard();
        talk.endByCalleeAlone();
    }

    @Test
    @Requirement("IND-12")
    void theEndOfTheCallNeedsNoOtherNews() {
        Talk talk = stage.call(AWARE);
        Control.start(talk, "default");
        told(caller(talk), callersSdp(talk));
        RecordedSession session = stage.recordedSession();
        talk.endByCallee();
        session.awaitEnd();

        assertThat(caller(talk).staysQuiet("INVITE", A_WHILE)).isTrue();
    }

    @Test
    @Requirement("IND-09")
    void theRecordingOfAnotherClientIsPassedOn() {
        Talk talk = stage.call(AWARE);
        ClientCall reinvite = callee(talk)
                .reinvite(Sdp.version(
                        2,
                        Server.HOST,
                        List.of(audio(talk.calleesPort().port(), 0, 101).with("record:on"))));
        IncomingCall in = caller(talk).awaitReinvite();
        assertThat(marks(in.offer())).containsExactly("a=record:on");
        in.answer(callersSdp(talk));
        reinvite.awaitResponse(200);
        reinvite.ack();
        in.awaitAck();

        Control.start(talk, "default");
        stage.recordedSession();
        assertThat(caller(talk).staysQuiet("INVITE", A_WHILE))
                .as("what it knows already is no news")
                .isTrue();
    }

    @Test
    void theSessionTimerIsLeftAsItWasAgreed() {
        Talk talk = stage.ringing(AWARE.then(Edit.header("Session-Expires", "1800;refresher=uac")))
                .answer(Edit.header("Session-Expires", "1800;refresher=uac"));
        Control.start(talk, "default");
        IncomingCall news = caller(talk).awaitReinvite();
        take(news, callersSdp(talk));

        assertThat(news.request().header("Session-Expires")).contains("1800;refresher=uas");
    }
}
