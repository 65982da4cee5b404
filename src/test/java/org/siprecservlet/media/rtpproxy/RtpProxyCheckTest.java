package org.siprecservlet.media.rtpproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RtpProxyCheckTest {

    private final RtpProxyCheck check = new RtpProxyCheck((delay, task) -> () -> {}, new Random());

    @Test
    void findsNoFaultInOneThatCanDoWhatIsNeeded() throws Exception {
        try (ModelRtpProxy proxy = new ModelRtpProxy()) {
            assertThat(check.faultOf(proxy.node())).isEmpty();
        }
    }

    @Test
    void tellsWhatOneCanNotDo() throws Exception {
        try (ModelRtpProxy proxy = new ModelRtpProxy().without("20200226")) {
            assertThat(check.faultOf(proxy.node()))
                    .get()
                    .asString()
                    .contains(proxy.node())
                    .contains("can not end a copy before the call");
        }
    }

    @Test
    void tellsOfAHostWithoutAddress() {
        assertThat(check.faultOf("udp:relay.invalid:22222"))
                .get()
                .asString()
                .contains("the host relay.invalid has no address");
    }

    @Test
    void hasNothingAgainstOneThatMayBeStartedLater() {
        assertThat(check.faultOf("unix:/nowhere/rtpproxy.sock")).isEmpty();
    }
}
