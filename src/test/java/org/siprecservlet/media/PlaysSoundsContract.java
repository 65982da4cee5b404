package org.siprecservlet.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.media.TestSdp.line;
import static org.siprecservlet.media.TestSdp.sdp;

import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.Side;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;
import org.siprecservlet.sound.Samples;
import org.siprecservlet.testkit.audio.G711;
import org.siprecservlet.testkit.audio.Tone;
import org.siprecservlet.testkit.audio.ToneDetector;
import org.siprecservlet.testkit.rtp.MediaPort;
import org.siprecservlet.testkit.rtp.RtpReceiver.Received;
import org.siprecservlet.testkit.rtp.RtpSender;

/** What a media relay lets the parties of a call hear, shown with parties that speak all the time. */
abstract class PlaysSoundsContract extends CopiesReportsContract {

    private static final Tone CALLERS = Tone.of(440);
    private static final Tone CALLEES = Tone.of(1000);
    private static final int BEEP = 1400;

    /** Packets of a second and a half: enough for a tone that comes every second. */
    private static final int A_WHILE = 75;

    private static final int WINDOW = 1_600;
    private static final Prompt TONE =
            new Prompt(CALL, "notice", Samples.tone(BEEP, Duration.ofMillis(400), Duration.ofSeconds(1)), false);

    private final List<AutoCloseable> open = new ArrayList<>();
    private MediaPort callersPhone;
    private MediaPort calleesPhone;

    @BeforeEach
    void openPhones() {
        callersPhone = phone();
        calleesPhone = phone();
    }

    private MediaPort phone() {
        MediaPort phone = MediaPort.open("127.0.0.1");
        open.add(phone);
        return phone;
    }

    @AfterEach
    void hangUp() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private void talk() throws Exception {
        Legs legs = answeredCall(described(callersPhone), described(calleesPhone));
        speak(callersPhone, CALLERS, legs.towardsCaller(0));
        speak(calleesPhone, CALLEES, legs.towardsCallee(0));
        callersPhone.receiver().awaitPackets(1);
        calleesPhone.receiver().awaitPackets(1);
    }

    private SessionDescription described(MediaPort... phones) {
        return sdp(
                caller.connection(),
                Arrays.stream(phones)
                        .map(phone -> line("audio", phone.port(), "0"))
                        .toArray(MediaDescription[]::new));
    }

    private void speak(MediaPort phone, Tone tone, int port) {
        int[] frame = {0};
        RtpSender sender = phone.send(new InetSocketAddress("127.0.0.1", port), 0, () -> tone.pcmuFrame(frame[0]++));
        open.add(0, sender);
    }

    /** Whether the tone stands alone anywhere in one of the streams. */
    private static boolean hears(List<Received> packets, int hertz) {
        return streams(packets).stream().anyMatch(samples -> {
            for (int from = 0; from + WINDOW <= samples.length; from += WINDOW / 4) {
                if (ToneDetector.share(Arrays.copyOfRange(samples, from, from + WINDOW), hertz) > 0.8) {
                    return true;
                }
            }
            return false;
        });
    }

    private static List<short[]> streams(List<Received> packets) {
        Map<Long, ByteArrayOutputStream> streams = new LinkedHashMap<>();
        packets.forEach(each -> streams.computeIfAbsent(each.packet().ssrc(), ssrc -> new ByteArrayOutputStream())
                .writeBytes(each.packet().payload()));
        return streams.values().stream()
                .map(ByteArrayOutputStream::toByteArray)
                .map(G711.PCMU::decode)
                .toList();
    }

    @Test
    @Requirement("IND-14")
    void letsTheSideHearAToneThatIsToAndNotTheOther() throws Exception {
        needs(Ability.TONES);
        talk();

        done(relay().play(TONE, Side.CALLER));

        List<Received> callers = callersPhone.receiver().awaitMore(A_WHILE);
        assertThat(hears(callers, BEEP)).isTrue();
        assertThat(hears(callers, CALLEES.hz())).isTrue();
        assertThat(hears(calleesPhone.receiver().packets(), BEEP)).isFalse();
    }

    @Test
    @Requirement("IND-14")
    void keepsToneAndCopyApart() throws Exception {
        needs(Ability.TONES);
        MediaPort callersCopy = phone();
        MediaPort calleesCopy = phone();
        talk();
        done(relay().subscribe(COPY));
        done(relay().connect(COPY, described(callersCopy, calleesCopy)));

        done(relay().play(TONE, Side.CALLER));
        done(relay().play(TONE, Side.CALLEE));

        assertThat(hears(callersPhone.receiver().awaitMore(A_WHILE), BEEP)).isTrue();
        assertThat(hears(calleesPhone.receiver().packets(), BEEP)).isTrue();
        assertWhole(CALLERS, callersCopy);
        assertWhole(CALLEES, calleesCopy);
    }

    private static void assertWhole(Tone tone, MediaPort copy) {
        assertThat(streams(copy.receiver().awaitPackets(A_WHILE)))
                .singleElement()
                .satisfies(samples ->
                        assertThat(ToneDetector.share(samples, tone.hz())).isGreaterThan(0.95));
    }

    @Test
    void copiesASoundThatIsToBeRecorded() throws Exception {
        needs(Ability.RECORDED_SOUNDS);
        MediaPort callersCopy = phone();
        MediaPort calleesCopy = phone();
        talk();
        done(relay().subscribe(COPY));
        done(relay().connect(COPY, described(callersCopy, calleesCopy)));

        done(relay().play(new Prompt(CALL, "notice", TONE.sound(), true), Side.CALLER));

        assertThat(hears(calleesCopy.receiver().awaitMore(A_WHILE), BEEP)).isTrue();
        assertThat(hears(callersCopy.receiver().packets(), BEEP)).isFalse();
    }

    @Test
    void theCallIsWholeOnceTheSoundIsEnded() throws Exception {
        needs(Ability.TONES);
        talk();
        done(relay().play(TONE, Side.CALLER));
        callersPhone.receiver().awaitMore(A_WHILE / 3);

        done(relay().hush(TONE, Side.CALLER));
        callersPhone.receiver().awaitMore(A_WHILE / 5);

        List<Received> afterwards = callersPhone.receiver().awaitMore(A_WHILE);
        assertThat(streams(afterwards)).singleElement().satisfies(samples -> assertThat(
                        ToneDetector.share(samples, CALLEES.hz()))
                .isGreaterThan(0.95));
        assertThat(afterwards.get(A_WHILE - 1).packet().sequence()
                                - afterwards.get(0).packet().sequence()
                        & 0xFFFF)
                .isEqualTo(A_WHILE - 1);
    }

    @Test
    @Requirement("IND-14")
    void letsAnAnnouncementBeHeardOnce() throws Exception {
        needs(Ability.TONES);
        talk();
        short[] words = Tone.of(BEEP).samples(3_200);

        done(relay().play(new Prompt(CALL, "notice", Samples.once("consent.wav", words), false), Side.CALLEE));

        assertThat(hears(calleesPhone.receiver().awaitMore(A_WHILE), BEEP)).isTrue();
        assertThat(hears(calleesPhone.receiver().awaitMore(A_WHILE), BEEP)).isFalse();
    }

    @Test
    void endsNoSoundButTheOneThatItIsTold() throws Exception {
        needs(Ability.TONES);
        talk();
        done(relay().play(TONE, Side.CALLER));

        done(relay().hush(new Prompt(CALL, "another", TONE.sound(), false), Side.CALLER));

        assertThat(hears(callersPhone.receiver().awaitMore(A_WHILE), BEEP)).isTrue();
    }

    @Test
    void playsNothingInACallItDoesNotKnow() throws Exception {
        needs(Ability.TONES);

        assertRefused(RelayException.Kind.UNKNOWN_CALL, relay().play(TONE, Side.CALLER));
        done(relay().hush(TONE, Side.CALLER));
    }
}
