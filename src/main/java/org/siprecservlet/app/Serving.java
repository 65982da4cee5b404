package org.siprecservlet.app;

import java.util.function.IntSupplier;
import org.siprecservlet.health.Load;
import org.siprecservlet.health.ServingState;
import org.siprecservlet.media.embedded.EmbeddedRelay;
import org.siprecservlet.media.embedded.PortRange;
import org.siprecservlet.recording.RecordingService;
import org.siprecservlet.sip.ServiceLife;

/** What has to happen beside calls when the application starts and stops taking them. */
record Serving(ServingState state, EmbeddedRelay relay, PortRange ports, RecordingService recordings)
        implements ServiceLife {

    /** A recorded audio call: RTP and RTCP towards both parties and, for both, towards the recorder. */
    private static final int PORTS_OF_A_CALL = 8;

    @Override
    public void started(IntSupplier livingCalls) {
        state.serving(() -> load(livingCalls.getAsInt(), relay.portsInUse()));
    }

    private Load load(int calls, int portsInUse) {
        return new Load(calls, portsInUse, portsInUse + PORTS_OF_A_CALL <= 2 * ports.pairs());
    }

    @Override
    public void stopping() {
        state.stopping();
    }

    @Override
    public void callsEnded() {
        recordings.shutdown();
    }
}
