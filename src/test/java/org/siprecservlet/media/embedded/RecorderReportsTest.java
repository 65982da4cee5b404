package org.siprecservlet.media.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.media.Rtp;

class RecorderReportsTest {

    private static final byte[] REPORT = Rtp.control(201, 0, 7);
    private static final byte[] WHO = Rtp.control(202, 1, 7);
    private static final byte[] PICTURE_LOSS = Rtp.control(206, 1, 7);
    private static final byte[] FULL_INTRA = Rtp.control(206, 4, 7);
    private static final byte[] SENDER_REPORT = Rtp.control(200, 0, 7);
    private static final byte[] BYE = Rtp.control(203, 1, 7);
    private static final byte[] APPLICATION = Rtp.control(204, 0, 7);
    private static final byte[] RATE_LIMIT = Rtp.control(205, 3, 7);

    private static byte[] passedOn(byte[]... packets) {
        ByteBuf passed = RecorderReports.harmless(Unpooled.wrappedBuffer(packets));
        try {
            return ByteBufUtil.getBytes(passed);
        } finally {
            passed.release();
        }
    }

    private static byte[] together(byte[]... packets) {
        return ByteBufUtil.getBytes(Unpooled.wrappedBuffer(packets));
    }

    @Test
    @Requirement("RTP-05")
    void reportsGoOnTogetherWithWhoMakesThem() {
        assertThat(passedOn(REPORT, WHO)).isEqualTo(together(REPORT, WHO));
    }

    @Test
    void theWishForAWholePictureGoesOn() {
        assertThat(passedOn(REPORT, PICTURE_LOSS)).isEqualTo(together(REPORT, PICTURE_LOSS));
        assertThat(passedOn(FULL_INTRA)).isEqualTo(FULL_INTRA);
    }

    @Test
    @Requirement("RTP-16")
    void whatWouldHaveAnEffectOnTheCallIsLeftOut() {
        assertThat(passedOn(SENDER_REPORT, WHO, BYE)).isEmpty();
        assertThat(passedOn(REPORT, RATE_LIMIT, APPLICATION, WHO, BYE)).isEqualTo(together(REPORT, WHO));
    }

    @Test
    void whatCanNotBeReadIsLeftOut() {
        byte[] cut = Arrays.copyOf(REPORT, REPORT.length - 1);
        byte[] ofAnotherVersion = REPORT.clone();
        ofAnotherVersion[0] = 0x40;

        assertThat(passedOn(REPORT, cut)).isEqualTo(REPORT);
        assertThat(passedOn(cut)).isEmpty();
        assertThat(passedOn(ofAnotherVersion)).isEmpty();
        assertThat(passedOn(new byte[0])).isEmpty();
    }
}
