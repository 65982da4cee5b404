package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.testkit.sdp.MediaLine.audio;

import java.util.List;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.sdp.Sdp;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.IncomingCall;

/** Another application before, another behind: the application router leads each call through all three. */
@Tag("chain")
@ContainerTest
class ChainIT {

    private static final String OFFER = Sdp.offer(Server.HOST, audio(20000, 0));

    private final Stage stage = new Stage();

    @Deployment(name = "first", order = 1, testable = false)
    static WebArchive first() {
        return passing("first");
    }

    @Deployment(name = "siprec", order = 2, testable = false)
    static WebArchive siprec() {
        return Stage.war();
    }

    @Deployment(name = "last", order = 3, testable = false)
    static WebArchive last() {
        return passing("last");
    }

    private static WebArchive passing(String name) {
        String descriptor = String.format(
                Locale.ROOT,
                """
                <sip-app xmlns="http://www.jcp.org/xml/ns/sipservlet">
                  <app-name>%1$s</app-name>
                  <servlet-selection><main-servlet>%1$s</main-servlet></servlet-selection>
                  <servlet>
                    <servlet-name xmlns="http://java.sun.com/xml/ns/javaee">%1$s</servlet-name>
                    <servlet-class xmlns="http://java.sun.com/xml/ns/javaee">%2$s</servlet-class>
                    <load-on-startup xmlns="http://java.sun.com/xml/ns/javaee">1</load-on-startup>
                  </servlet>
                </sip-app>
                """,
                name,
                PassingServlet.class.getName());
        return ShrinkWrap.create(WebArchive.class, name + ".war")
                .addClass(PassingServlet.class)
                .addAsWebInfResource(new StringAsset(descriptor), "sip.xml");
    }

    @BeforeAll
    static void theOthersAreThereToo() {
        CallsAreTaken.await("MESSAGE");
        CallsAreTaken.await("REGISTER");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aCallPassesAllThreeInTheirOrder() {
        Talk talk = stage.call();

        assertThat(talk.incoming().request().values(PassingServlet.MARK)).containsExactly("first", "last");
        talk.assertBothAreHeard();
    }

    @Test
    void aCallThroughAllThreeIsRecorded() {
        Talk talk = stage.call();
        RecordedSession session = stage.recordedSession();
        Hearing.assertFlows(session);
        talk.endByCaller();

        session.awaitEnd();
        assertThat(stage.recorder.sessions()).hasSize(1);
    }

    @Test
    @OnlyOn(
            value = Container.RESTCOMM,
            because = "some starts of Open Liberty take no answer to a re-INVITE that passes several applications")
    void theRecordingFollowsTheCallThere() {
        Talk talk = stage.call();
        RecordedSession session = stage.recordedSession();
        talk.agreeByReinvite(
                List.of(audio(talk.callersPort().port(), 0).sendonly()),
                List.of(audio(talk.calleesPort().port(), 0).recvonly()));

        assertThat(session.awaitMetadata(2)).hasSize(2);
        talk.endByCallee();
        session.awaitEnd();
    }

    @Test
    void aCallThatIsGivenUpIsGivenUpByAllThree() {
        ClientCall call = stage.alice.invite(stage.bob.uri(), OFFER);
        IncomingCall incoming = stage.bob.awaitCall();
        incoming.ring();
        call.awaitResponse(180);
        call.cancel();

        incoming.awaitCancel();
        assertThat(call.awaitFinal().status()).isEqualTo(487);
        assertThat(stage.recorder.sessions()).isEmpty();
    }

    @Test
    void aRefusalComesBackThroughAllThree() {
        ClientCall call = stage.alice.invite(stage.bob.uri(), OFFER);
        stage.bob.awaitCall().respond(486);

        assertThat(call.awaitFinal().status()).isEqualTo(486);
        assertThat(stage.recorder.sessions()).isEmpty();
    }
}
