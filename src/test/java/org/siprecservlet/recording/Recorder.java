package org.siprecservlet.recording;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.Headers;
import org.siprecservlet.call.Identity;
import org.siprecservlet.call.IncomingCall;
import org.siprecservlet.call.RecordingIndication;
import org.siprecservlet.metadata.GroupKey;
import org.siprecservlet.rule.CallRules;
import org.siprecservlet.selection.ServerCatalog;
import org.siprecservlet.selection.ServerGroup;

/** The whole recorder with everything outside of it in the hands of the test. */
final class Recorder {

    static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(4);
    static final Duration HISTORY_KEEP = Duration.ofMinutes(10);
    static final SrsUri ONE = new SrsUri("sip:srs@one.example;transport=tcp");
    static final SrsUri TWO = new SrsUri("sip:srs@two.example;transport=tcp");

    /** What gives named groups their ids, at every recorder that a test makes. */
    static final GroupKey GROUP_KEY = GroupKey.of("a key of the tests");

    final FakeRelay relay;
    final FakeSrs srs = new FakeSrs();
    final HandTime time = new HandTime();
    final List<RecordingNotice> told = new ArrayList<>();
    /** What the parties of the call were to be told, one after the other. */
    final List<RecordingIndication> indicated = new ArrayList<>();

    final RecordingService service;
    final CallRecorder calls;
    private long lastId;

    Recorder(FakeRelay relay, SrsUri... servers) {
        this(relay, Runnable::run, servers);
    }

    Recorder(FakeRelay relay, RecorderProfile profile, SrsUri... servers) {
        this(relay, Runnable::run, profile, servers);
    }

    Recorder(FakeRelay relay, Executor executor, SrsUri... servers) {
        this(relay, executor, RecorderProfile.STANDARD, servers);
    }

    /** One that tells of silence. */
    Recorder(FakeRelay relay, Duration silenceAfter, SrsUri... servers) {
        this(relay, Runnable::run, terms(RecorderProfile.STANDARD, Duration.ZERO), silenceAfter, servers);
    }

    private Recorder(FakeRelay relay, Executor executor, RecorderProfile profile, SrsUri... servers) {
        this(relay, executor, terms(profile, Duration.ZERO), Duration.ZERO, servers);
    }

    /** One that asks servers from time to time whether they are still there. */
    static Recorder asking(FakeRelay relay, Duration keepalive, SrsUri... servers) {
        ServerGroup.Terms terms = terms(RecorderProfile.STANDARD, keepalive);
        return new Recorder(relay, Runnable::run, terms, Duration.ZERO, servers);
    }

    private Recorder(
            FakeRelay relay, Executor executor, ServerGroup.Terms terms, Duration silenceAfter, SrsUri... servers) {
        this.relay = relay;
        RecordingSettings settings = new RecordingSettings(HISTORY_KEEP, 3, silenceAfter);
        RecordingPorts ports = new RecordingPorts(
                relay, srs, told::add, this::indicate, time, executor, time, this::nextId, GROUP_KEY, new Random(1));
        this.service = new RecordingService(ports, settings);
        this.calls = new CallRecorder(new CallRules(List.of(), catalog(time, terms, servers)), service);
    }

    private static ServerGroup.Terms terms(RecorderProfile profile, Duration keepalive) {
        return new ServerGroup.Terms(Pattern.compile("486"), ANSWER_TIMEOUT, profile, keepalive);
    }

    private static ServerCatalog catalog(Clock clock, ServerGroup.Terms terms, SrsUri... servers) {
        return new ServerCatalog(List.of(), List.of(servers), terms, clock);
    }

    private void indicate(CallId call, Supplier<RecordingIndication> now) {
        indicated.add(now.get());
    }

    private UUID nextId() {
        return new UUID(0x4000, Long.MIN_VALUE + ++lastId);
    }

    /** A call arrives, and nobody has answered it. */
    AnsweredCall arrive(String callId) {
        AnsweredCall call = call(callId);
        calls.arrived(call.incoming());
        return call;
    }

    /** A call arrives and is answered. */
    AnsweredCall answer(String callId) {
        AnsweredCall call = arrive(callId);
        calls.answered(call);
        return call;
    }

    void end(AnsweredCall call) {
        calls.ended(call.id());
    }

    AnsweredCall call(String callId) {
        IncomingCall incoming = new IncomingCall(
                new CallId(callId),
                new Identity("sip:alice@example.com", "Alice & <Co>"),
                new Identity("sip:bob@example.net", ""),
                "sip:bob@example.net",
                Headers.NONE,
                "192.0.2.1",
                time.instant().minusSeconds(3));
        return new AnsweredCall(
                incoming,
                callId + "#1",
                "callee-of-" + callId,
                List.of("ab30317f1a784dc48ff824d0d3715d86;remote=47755a9de7794ba387653f2099600ef2"),
                time.instant());
    }

    /** The one recording there is. */
    RecordingView only() {
        List<RecordingView> all = service.list();
        if (all.size() != 1) {
            throw new AssertionError("not one recording but " + all.size());
        }
        return all.get(0);
    }

    /** A plan to record as this instance, at the first of the servers. */
    static RecordingPlan plan(String instance) {
        return plan(instance, ONE);
    }

    /** A plan to record as this instance, at the first of these servers that accepts. */
    static RecordingPlan plan(String instance, SrsUri... servers) {
        return new RecordingPlan(
                instance,
                catalog(new HandTime(), terms(RecorderProfile.STANDARD, Duration.ZERO))
                        .servers(List.of(servers)));
    }

    /** How a stage that has to be over has failed. */
    static RecordingRefused refusal(CompletionStage<?> stage) {
        CompletableFuture<?> over = stage.toCompletableFuture();
        if (!over.isCompletedExceptionally()) {
            throw new AssertionError("not refused: " + over);
        }
        return (RecordingRefused) over.handle((done, failure) ->
                        failure instanceof CompletionException wrapped ? wrapped.getCause() : failure)
                .join();
    }

    /** The types of what was told, in order. */
    List<String> facts() {
        return told.stream().map(notice -> notice.getClass().getSimpleName()).toList();
    }
}
