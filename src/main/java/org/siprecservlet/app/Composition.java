package org.siprecservlet.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.inject.Disposes;
import javax.enterprise.inject.Produces;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.siprecservlet.config.ServerSettings;
import org.siprecservlet.config.SiprecConfig;
import org.siprecservlet.digest.DigestGate;
import org.siprecservlet.health.ServingState;
import org.siprecservlet.media.MediaRelay;
import org.siprecservlet.metadata.GroupKey;
import org.siprecservlet.recording.CallRecorder;
import org.siprecservlet.recording.CdiRecordingEvents;
import org.siprecservlet.recording.RecordingPorts;
import org.siprecservlet.recording.RecordingService;
import org.siprecservlet.recording.RecordingSettings;
import org.siprecservlet.recording.Rehearsal;
import org.siprecservlet.recording.ScheduledTimers;
import org.siprecservlet.recording.Timers;
import org.siprecservlet.rule.CallRules;
import org.siprecservlet.selection.ServerCatalog;
import org.siprecservlet.sip.ArrivalTerms;
import org.siprecservlet.sip.SipApplication;
import org.siprecservlet.sip.SipSettings;

/** Makes the parts that are more than a class with injected constructor, from the configuration. */
@ApplicationScoped
class Composition {

    private static final int KEY_OCTETS = 32;

    private final SiprecConfig config;
    private final Threads threads;
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();

    @Inject
    Composition(DeploymentCheck check, Threads threads) {
        this.config = check.config();
        this.threads = threads;
    }

    /** Only for the client proxy of the CDI container, which needs one and never uses it. */
    Composition() {
        this.config = null;
        this.threads = null;
    }

    @Produces
    @Singleton
    RecordingSettings recordingSettings() {
        return config.recording();
    }

    @Produces
    @Singleton
    ServerCatalog servers() {
        ServerSettings servers = config.servers();
        return new ServerCatalog(config.rules().groups(), servers.standard(), servers.terms(), clock);
    }

    @Produces
    @Singleton
    CallRules rules(ServerCatalog servers) {
        return new CallRules(config.rules().rules(), servers);
    }

    @Produces
    @Singleton
    ChosenRelay chosenRelay() {
        return RelayChoice.make(config.media(), timers(), random);
    }

    void close(@Disposes ChosenRelay relay) {
        relay.closing().run();
    }

    @Produces
    @Singleton
    MediaRelay relay(ChosenRelay chosen) {
        return chosen.media();
    }

    @Produces
    @Singleton
    SipApplication sip(ChosenRelay relay, CallRecorder recorder, RecordingService recordings, ServingState state) {
        SipSettings settings = new SipSettings(
                config.call().nextHop(),
                config.call().ringTimeout(),
                config.src().uri(),
                config.call().tls());
        Rehearsal rehearsal = new Rehearsal(relay.media(), threads.recordings(), clock, UUID::randomUUID);
        Serving serving = new Serving(state, relay, recordings, rehearsal);
        return new SipApplication(
                settings,
                relay.media(),
                recorder,
                timers(),
                clock,
                random,
                threads.sip(),
                serving,
                arrivalTerms(),
                recordings);
    }

    private ArrivalTerms arrivalTerms() {
        ServerSettings servers = config.servers();
        return new ArrivalTerms(
                servers.users().isEmpty() ? null : gate(servers.users()),
                servers.terms().answerTimeout(),
                servers.terms().keepalive());
    }

    private DigestGate gate(String users) {
        byte[] key = new byte[KEY_OCTETS];
        random.nextBytes(key);
        return new DigestGate(new RecorderUsers(Path.of(users)), clock, key);
    }

    private Timers timers() {
        return new ScheduledTimers(threads.timers());
    }

    @Produces
    @Singleton
    RecordingPorts recordingPorts(MediaRelay relay, SipApplication sip, CdiRecordingEvents events) {
        return new RecordingPorts(
                relay, sip, events, sip, timers(), threads.recordings(), clock, UUID::randomUUID, groupKey(), random);
    }

    private GroupKey groupKey() {
        GroupKey configured = config.metadata().groupKey();
        return configured == null ? GroupKey.random(random) : configured;
    }
}
