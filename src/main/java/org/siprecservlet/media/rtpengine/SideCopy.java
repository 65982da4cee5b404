package org.siprecservlet.media.rtpengine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.CopyForm;
import org.siprecservlet.media.control.InTurn;
import org.siprecservlet.media.description.AgreedStream;
import org.siprecservlet.sdp.AddressFamily;
import org.siprecservlet.sdp.Codec;
import org.siprecservlet.sdp.Connection;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

/** The subscription of one recorder to one side of a call. Touched by the steps of its call only. */
final class SideCopy {

    /** RFC 4733. */
    private static final String DIGITS = "telephone-event";

    private static final Connection NOWHERE = Connection.unspecified(AddressFamily.IP4);

    private final AnchoredCall call;
    private final Side sender;
    private final String tag;
    private final CopyForm form;
    private final boolean encrypted;
    /** Stays for the copy's life, and its keys with it; null before it is known, and without encryption. */
    private Suite suite;
    /** What RTPengine said last, one line for each of the side's; null before. */
    private SessionDescription source;

    private boolean flows;

    SideCopy(AnchoredCall call, Side sender, String tag, CopyForm form, boolean encrypted) {
        this.call = call;
        this.sender = sender;
        this.tag = tag;
        this.form = form;
        this.encrypted = encrypted;
    }

    Side sender() {
        return sender;
    }

    Connection connection() {
        return source.media().stream()
                .flatMap(line -> source.connectionOf(line).stream())
                .findFirst()
                .orElse(NOWHERE);
    }

    /** How RTPengine describes the copy of a line; the port is where it comes from. */
    MediaDescription line(int index) {
        return source.media().get(index);
    }

    /** RTPengine's {@code a=crypto} for a line; empty without one. */
    String key(int index) {
        return CopyKeys.of(suite, line(index)).map(Crypto::value).orElse("");
    }

    /** Asks for the present lines of the side. */
    CompletionStage<Void> request() {
        if (encrypted && suite == null) {
            Optional<Suite> free = CopyKeys.suiteFor(call);
            if (free.isEmpty()) {
                return CompletableFuture.failedStage(CopyKeys.noSuite(call));
            }
            suite = free.get();
        }
        List<AgreedStream> sent =
                call.sent().stream().filter(each -> each.sender() == sender).toList();
        int lines = sent.stream().mapToInt(each -> each.index() + 1).max().orElse(0);
        if (hasItsSuiteInTheCall() && lines <= source.media().size()) {
            return InTurn.DONE;
        }
        NgCommand plain = NgCommand.subscribe(call.callId(), sender, tag);
        NgCommand safe = encrypted ? plain.encrypted(suite, CopyKeys.suites(call)) : plain;
        NgCommand command = form.isTranscoded() ? safe.inCodecs(unwanted(sent), form.codecs()) : safe;
        return call.node().describe(command, lines).thenCompose(this::checked);
    }

    /** Asked again, RTPengine would take the party's key. It goes on with its own without. */
    private boolean hasItsSuiteInTheCall() {
        return source != null && suite != null && CopyKeys.suites(call).contains(suite);
    }

    /** What could go out with a party's key does not go out at all (RFC 7866 section 12.2). */
    private CompletionStage<Void> checked(SessionDescription told) {
        source = told;
        return CopyKeys.areOwn(suite, told, call)
                ? InTurn.DONE
                : end().thenCompose(ended -> CompletableFuture.failedStage(CopyKeys.notOwn(call)));
    }

    /** Named one by one, since what is not named stays: dialled digits, and the codecs of video. */
    private List<String> unwanted(List<AgreedStream> sent) {
        return sent.stream()
                .filter(each -> isAudio(each.receivers()))
                .flatMap(each -> Stream.of(each.senders(), each.receivers()))
                .flatMap(line -> line.codecs().values().stream())
                .map(Codec::name)
                .filter(name -> !name.equalsIgnoreCase(DIGITS) && !form.wants(name))
                .distinct()
                .toList();
    }

    private static boolean isAudio(MediaDescription line) {
        return line.type().equals("audio");
    }

    /**
     * Sends each line where it is wanted. The lines are asked for again before, since a change of the call resets what the
     * daemon does with codecs; not while nothing is wanted, since that may let an earlier copy flow.
     */
    CompletionStage<Void> send(IntFunction<Destination> wanted) {
        boolean any = source != null
                && IntStream.range(0, source.media().size())
                        .anyMatch(line -> wanted.apply(line).flows());
        if (any) {
            flows = true;
            return request()
                    .thenCompose(ready -> call.node().run(answer(wanted)))
                    .thenAccept(done -> {});
        }
        return flows ? call.node().end(answer(wanted)).thenRun(() -> flows = false) : InTurn.DONE;
    }

    private NgCommand answer(IntFunction<Destination> wanted) {
        List<MediaDescription> lines = IntStream.range(0, source.media().size())
                .mapToObj(line -> accepted(wanted.apply(line), source.media().get(line)))
                .toList();
        SessionDescription answer =
                new SessionDescription(List.of("v=0", "o=- 1 1 " + NOWHERE, "s=-", "c=" + NOWHERE, "t=0 0"), lines);
        return NgCommand.connect(call.callId(), tag, answer);
    }

    private MediaDescription accepted(Destination wanted, MediaDescription line) {
        return form.isTranscoded() && isAudio(line) ? wanted.acceptTranscoded(line) : wanted.accept(line);
    }

    CompletionStage<Void> end() {
        if (source == null) {
            return InTurn.DONE;
        }
        return call.node().end(NgCommand.unsubscribe(call.callId(), tag)).thenCompose(ended -> call.node()
                .end(NgCommand.deleteCopy(call.callId(), tag)));
    }
}
