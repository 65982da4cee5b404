package org.siprecservlet.media.embedded;

import java.net.InetAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.siprecservlet.media.MediaRelay;
import org.siprecservlet.media.MediaRelayContract;

/** The relay as it runs where there is no native transport. */
class EmbeddedRelayOnNioTest extends MediaRelayContract {

    private EmbeddedRelay relay;

    @BeforeEach
    void openRelay() throws Exception {
        Random random = new Random(1);
        relay = new EmbeddedRelay(
                new RelayAddresses(List.of(InetAddress.getByName("127.0.0.1"))),
                new PortPool(new PortRange(42000, 42999), random),
                random,
                new Transport(false));
    }

    @AfterEach
    void closeRelay() {
        relay.close();
    }

    @Override
    protected Set<Ability> lacking() {
        return EnumSet.of(Ability.TRANSCODING, Ability.ENCRYPTION);
    }

    @Override
    protected MediaRelay relay() {
        return relay;
    }
}
