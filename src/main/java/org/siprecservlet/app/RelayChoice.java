package org.siprecservlet.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.siprecservlet.config.Fault;
import org.siprecservlet.config.Key;
import org.siprecservlet.config.MediaSettings;
import org.siprecservlet.config.WhenUnusable;
import org.siprecservlet.media.embedded.EmbeddedRelay;
import org.siprecservlet.media.embedded.PortRange;
import org.siprecservlet.media.embedded.RelayAddresses;
import org.siprecservlet.media.rtpengine.RtpEngineRelay;
import org.siprecservlet.media.rtpproxy.RtpProxyCheck;
import org.siprecservlet.media.rtpproxy.RtpProxyRelay;
import org.siprecservlet.recording.ScheduledTimers;
import org.siprecservlet.recording.Timers;

/** Makes the relay that the configuration names, and checks beforehand whether it can be used. */
final class RelayChoice {

    /** A recorded audio call: RTP and RTCP towards both parties and, for both, towards the recorder. */
    private static final int PORTS_OF_A_CALL = 8;

    private RelayChoice() {}

    static ChosenRelay make(MediaSettings media, Timers timers, SecureRandom random) {
        ChosenRelay relay = ofEngine(media, timers, random);
        return media.whenUnusable() == WhenUnusable.PASS ? relay.letsCallsPass() : relay;
    }

    private static ChosenRelay ofEngine(MediaSettings media, Timers timers, SecureRandom random) {
        return switch (media.engine()) {
            case EMBEDDED -> embedded(media, random);
            case RTPPROXY -> rtpProxy(media, timers, random);
            case RTPENGINE -> rtpEngine(media, timers, random);
        };
    }

    private static ChosenRelay embedded(MediaSettings media, SecureRandom random) {
        PortRange ports = ports(media);
        EmbeddedRelay relay = new EmbeddedRelay(new RelayAddresses(media.addresses()), ports, random);
        return new ChosenRelay(
                relay,
                () -> relay.portsInUse() + PORTS_OF_A_CALL <= 2 * ports.pairs(),
                () -> Map.of("portsInUse", (long) relay.portsInUse()),
                relay::close);
    }

    private static PortRange ports(MediaSettings media) {
        return new PortRange(media.portFrom(), media.portTo());
    }

    private static ChosenRelay rtpProxy(MediaSettings media, Timers timers, SecureRandom random) {
        try {
            RtpProxyRelay relay =
                    RtpProxyRelay.open(media.rtpProxies(), (delay, task) -> timers.after(delay, task)::cancel, random);
            return new ChosenRelay(
                    relay,
                    relay::isReady,
                    () -> Map.of("nodes", (long) media.rtpProxies().size(), "nodesUp", (long) relay.nodesUp()),
                    relay::close);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChosenRelay rtpEngine(MediaSettings media, Timers timers, SecureRandom random) {
        try {
            RtpEngineRelay relay =
                    RtpEngineRelay.open(media.rtpEngines(), (delay, task) -> timers.after(delay, task)::cancel, random);
            return new ChosenRelay(
                    relay,
                    relay::isReady,
                    () -> Map.of("nodes", (long) media.rtpEngines().size(), "nodesUp", (long) relay.nodesUp()),
                    relay::close);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What keeps the relay from being used, as far as that shows before the first call. Blocks for a few seconds. */
    static List<Fault> faults(MediaSettings media) {
        return switch (media.engine()) {
            case EMBEDDED -> portsThatCanNotBeHad(media);
            case RTPPROXY -> unusableRtpProxies(media);
            case RTPENGINE -> List.of();
        };
    }

    private static List<Fault> portsThatCanNotBeHad(MediaSettings media) {
        PortRange ports = ports(media);
        Stream<String> faults =
                media.addresses().stream().map(ports::verifyUsable).flatMap(Optional::stream);
        return faults.map(fault -> Fault.in(
                        Key.MEDIA_PORTS, ports.toString(), fault, "choose another range, or end what uses these ports"))
                .toList();
    }

    private static List<Fault> unusableRtpProxies(MediaSettings media) {
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        Timers timers = new ScheduledTimers(scheduler);
        RtpProxyCheck check = new RtpProxyCheck((delay, task) -> timers.after(delay, task)::cancel, new SecureRandom());
        try {
            return media.rtpProxies().stream()
                    .flatMap(node -> check.faultOf(node).stream()
                            .map(fault -> Fault.in(Key.RTPPROXY_NODES, node, fault, "name another one, or upgrade it")))
                    .toList();
        } finally {
            scheduler.shutdownNow();
        }
    }
}
