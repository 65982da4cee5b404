package org.siprecservlet.media.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.Prompt;
import org.siprecservlet.media.RelayCall;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.Rtp;
import org.siprecservlet.media.TestParty;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;
import org.siprecservlet.sound.G711;
import org.siprecservlet.sound.Samples;

/** What the hearer's RTP stack sees of a sound, packet by packet. */
class PlaybackTest {

    private static final RelayCall CALL = new RelayCall("call-1");
    private static final int HEADER = 12;
    private static final int OTHER_SIDE = 0xCAFE;
    private static final short[] WORDS = words();

    private EmbeddedRelay relay;
    private TestParty caller;
    private TestParty callee;
    private int towardsCallee;
    private int ownPackets;

    private static short[] words() {
        short[] words = new short[40_000];
        for (int i = 0; i < words.length; i++) {
            words[i] = (short) (i % 8_000 + 1_000);
        }
        return words;
    }

    @BeforeEach
    void open() throws Exception {
        InetAddress here = InetAddress.getByName("127.0.0.1");
        relay = new EmbeddedRelay(new RelayAddresses(List.of(here)), new PortRange(43000, 43199), new Random());
        caller = TestParty.at("127.0.0.1");
        callee = TestParty.at("127.0.0.1");
    }

    @AfterEach
    void close() {
        relay.close();
        caller.close();
        callee.close();
    }

    private void call(String formats, String... attributes) throws Exception {
        SessionDescription told = now(relay.offer(CALL, Side.CALLER, phone(caller, formats, attributes)));
        towardsCallee = told.media().get(0).port();
        now(relay.answer(CALL, Side.CALLEE, phone(callee, formats, attributes)));
    }

    private static SessionDescription phone(TestParty party, String formats, String... attributes) {
        String[] lines = new String[attributes.length + 1];
        lines[0] = "m=audio " + party.port() + " RTP/AVP " + formats;
        System.arraycopy(attributes, 0, lines, 1, attributes.length);
        return new SessionDescription(
                List.of("v=0", "o=- 1 1 " + party.connection(), "s=-", "c=" + party.connection(), "t=0 0"),
                List.of(new MediaDescription(Arrays.asList(lines))));
    }

    private static <T> T now(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    private void play(Samples sound) throws Exception {
        now(relay.play(new Prompt(CALL, "notice", sound, false), Side.CALLER));
    }

    /** What comes next of the other side's stream; a machine that is busy may let the relay put in packets of its own. */
    private byte[] heard() {
        byte[] packet = caller.receiveRtp().content();
        while (packet.length > HEADER && ByteBuffer.wrap(packet).getInt(8) != OTHER_SIDE && packet[1] % 128 == 0) {
            ownPackets++;
            packet = caller.receiveRtp().content();
        }
        return packet;
    }

    private static byte[] payload(byte[] packet) {
        return Arrays.copyOfRange(packet, HEADER, packet.length);
    }

    private static byte[] header(byte[] packet) {
        return Arrays.copyOf(packet, HEADER);
    }

    private static Samples announcement() {
        return Samples.once("consent.wav", WORDS);
    }

    /** The sound in the packet with this number, from 0. */
    private byte[] encoded(G711 law, int number) {
        int from = (number + ownPackets) * 160;
        byte[] codes = new byte[160];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = law.encode(WORDS[from + i]);
        }
        return codes;
    }

    @Test
    void everyPacketOfTheOtherSideKeepsItsHeaderAndHasTheSoundForItsPayload() throws Exception {
        call("0");
        play(announcement());

        for (int i = 0; i < 3; i++) {
            callee.sendRtp(Rtp.packet(0, i), towardsCallee);
            byte[] heard = heard();
            assertThat(header(heard)).isEqualTo(header(Rtp.packet(0, i)));
            assertThat(payload(heard)).isEqualTo(encoded(G711.PCMU, i));
        }
    }

    @Test
    void theSoundIsInTheCodecOfThePacketThatItReplaces() throws Exception {
        call("0 8");
        play(announcement());

        callee.sendRtp(Rtp.packet(8, 1), towardsCallee);

        assertThat(payload(heard())).isEqualTo(encoded(G711.PCMA, 0));
    }

    @Test
    void extensionsStayAndPaddingGoes() throws Exception {
        call("0");
        play(announcement());
        byte[] extended = ByteBuffer.allocate(HEADER + 8 + 160 + 4)
                .put((byte) 0xB0)
                .put((byte) 0)
                .putShort((short) 1)
                .putInt(7)
                .putInt(OTHER_SIDE)
                .putInt(0xBEDE0001)
                .putInt(0x10203040)
                .array();
        extended[extended.length - 1] = 4;

        callee.sendRtp(extended, towardsCallee);

        byte[] heard = heard();
        assertThat(heard).hasSize(HEADER + 8 + 160);
        assertThat(heard[0]).isEqualTo((byte) 0x90);
        assertThat(Arrays.copyOfRange(heard, 1, HEADER + 8)).isEqualTo(Arrays.copyOfRange(extended, 1, HEADER + 8));
        assertThat(Arrays.copyOfRange(heard, HEADER + 8, heard.length)).isEqualTo(encoded(G711.PCMU, 0));
    }

    @Test
    void dialledDigitsAndWhatIsNoRtpPassAsTheyAre() throws Exception {
        call("0 101", "a=rtpmap:101 telephone-event/8000");
        play(announcement());

        for (byte[] packet : List.of(Rtp.packet(101, 1), Rtp.report(1), new byte[] {1, 2, 3})) {
            callee.sendRtp(packet, towardsCallee);
            assertThat(heard()).isEqualTo(packet);
        }
    }

    @Test
    void howASilenceSoundsIsNotHeardBesideIt() throws Exception {
        call("0 13");
        play(announcement());

        callee.sendRtp(Rtp.packet(13, 1), towardsCallee);
        callee.sendRtp(Rtp.packet(0, 2), towardsCallee);

        assertThat(header(heard())).isEqualTo(header(Rtp.packet(0, 2)));
    }

    @Test
    void betweenTonesPacketsPassAsTheyAre() throws Exception {
        call("0");
        play(Samples.tone(1400, Duration.ofMillis(60), Duration.ofMillis(100)));

        List<Boolean> same = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            callee.sendRtp(Rtp.packet(0, i), towardsCallee);
            same.add(Arrays.equals(heard(), Rtp.packet(0, i)));
        }
        assertThat(same).contains(true, false);
    }

    @Test
    void whileTheOtherSideIsQuietTheSoundHasAStreamOfItsOwn() throws Exception {
        call("0");
        play(announcement());

        ByteBuffer first = ByteBuffer.wrap(caller.receiveRtp().content());
        ByteBuffer second = ByteBuffer.wrap(caller.receiveRtp().content());
        assertThat(first.get(1)).as("a talkspurt begins").isEqualTo((byte) 0x80);
        assertThat(second.get(1)).isZero();
        assertThat((short) (second.getShort(2) - first.getShort(2))).isEqualTo((short) 1);
        assertThat(second.getInt(4) - first.getInt(4)).isEqualTo(160);
        assertThat(second.getInt(8)).isEqualTo(first.getInt(8)).isNotEqualTo(OTHER_SIDE);
        assertThat(payload(first.array())).isEqualTo(encoded(G711.PCMU, 0));

        callee.sendRtp(Rtp.packet(0, 1), towardsCallee);
        assertThat(header(heard())).isEqualTo(header(Rtp.packet(0, 1)));
    }

    @Test
    void aCallInAnotherCodecIsLeftAlone() throws Exception {
        call("111 0", "a=rtpmap:111 opus/48000/2");

        assertThatThrownBy(() -> play(announcement()))
                .hasCauseInstanceOf(RelayException.class)
                .hasMessageContaining("opus/48000/2");
        callee.sendRtp(Rtp.packet(111, 1), towardsCallee);
        assertThat(caller.receiveRtp().content()).isEqualTo(Rtp.packet(111, 1));
    }

    @Test
    void aCallThatTakesUpAnotherCodecIsLeftAlone() throws Exception {
        call("0");
        play(announcement());

        call("9");

        callee.sendRtp(Rtp.packet(9, 1), towardsCallee);
        assertThat(heard()).isEqualTo(Rtp.packet(9, 1));
    }
}
