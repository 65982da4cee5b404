package org.siprecservlet.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.CallView;
import org.siprecservlet.call.Headers;
import org.siprecservlet.call.Identity;
import org.siprecservlet.call.IncomingCall;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.CopyCount;
import org.siprecservlet.recording.RecordingMove;
import org.siprecservlet.recording.RecordingView;
import org.siprecservlet.recording.RecordingViews;
import org.siprecservlet.recording.ServerReply;
import org.siprecservlet.recording.SrsUri;
import org.siprecservlet.rest.events.EventJson;
import org.siprecservlet.rest.events.LostJson;
import org.siprecservlet.selection.ServerCatalog;
import org.siprecservlet.selection.ServerGroup;
import org.siprecservlet.selection.Strategy;

/** Each kind of JSON when as little is known as can be. */
final class LeastJson {

    private static final Identity NAMELESS = new Identity("sip:alice@example.com", "");
    private static final RecordingJson RECORDING = RecordingJson.of(RecordingViews.armed("r", "c"));
    private static final RecordingMove MOVE =
            new RecordingMove(new SrsUri("sip:a"), new SrsUri("sip:b"), Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
    private static final ServersJson SERVERS = servers();

    private static final Map<Class<?>, Object> ALL = Stream.of(
                    RECORDING,
                    RecordingJson.ParticipantJson.of(
                            new RecordingView.Participant("p", Side.CALLER, NAMELESS.uri(), "")),
                    RecordingJson.StreamJson.of(
                            RecordingViews.armed("r", "c"), new RecordingView.Stream("s", "1", "audio", "p", false)),
                    RecordingJson.RtpJson.of(new RecordingView.Counts(CopyCount.Measure.RECEIVED, 0, null, null)),
                    RecordingJson.SilenceJson.of(new RecordingView.Silence(Instant.EPOCH, "")),
                    RecordingJson.NoticeJson.of(new RecordingView.Notice(true, "")),
                    RecordingJson.MoveJson.of(MOVE),
                    new RecordingsJson(List.of(), null),
                    call(),
                    CallJson.PartyJson.of(NAMELESS),
                    new CallsJson(List.of(), null),
                    new StartJson(null, null, null, null, null, null, null, null, null, null, null, null, null),
                    new MessageJson("INFO", null, null, null),
                    ReplyJson.of(new ServerReply(200, "")),
                    SERVERS,
                    SERVERS.groups().get(0),
                    SERVERS.groups().get(0).servers().get(0),
                    new EventJson("1", "recording.started", Instant.EPOCH, RECORDING),
                    new LostJson("events.lost", "1", ""),
                    Problem.notAuthenticated())
            .collect(Collectors.toMap(Object::getClass, Function.identity()));

    private LeastJson() {}

    static JsonNode of(Class<?> type) {
        if (!ALL.containsKey(type)) {
            throw new AssertionError("nobody has said yet what the least of " + type + " is");
        }
        return JsonProvider.mapper().valueToTree(ALL.get(type));
    }

    private static CallJson call() {
        IncomingCall ringing = new IncomingCall(
                new CallId("c"), NAMELESS, NAMELESS, NAMELESS.uri(), Headers.of(Map.of()), "", Instant.EPOCH);
        return CallJson.of(CallView.of(ringing), List.of());
    }

    private static ServersJson servers() {
        ServerGroup.Terms terms = new ServerGroup.Terms(ServerGroup.Terms.NO_CODE, Duration.ofSeconds(1));
        ServerGroup group = new ServerGroup("g", List.of(new SrsUri("sip:srs.example.com")), Strategy.HUNT, terms);
        return ServersJson.of(new ServerCatalog(List.of(group), List.of(), terms, Clock.systemUTC()));
    }
}
