package org.siprecservlet.testkit.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.siprecservlet.testkit.audio.G711;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.recorder.SavedStream;
import org.siprecservlet.testkit.recorder.SessionFiles;
import org.siprecservlet.testkit.sdp.Sdp;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.IncomingCall;
import org.siprecservlet.testkit.sip.IncomingRequest;

/** What goes on after the demonstration while the server is kept: bob answers whoever calls, the recorder records. */
final class OpenLine {

    private static final Duration NO_END = Duration.ofDays(365);

    private final Stage stage;
    private final Results results;
    private final Screen screen;
    private final Map<String, Voice> voices = new ConcurrentHashMap<>();

    OpenLine(Stage stage, Results results, Screen screen) {
        this.stage = stage;
        this.results = results;
        this.screen = screen;
    }

    /** Begins; returns at once. */
    void open() {
        stage.bob().handle(this::answer);
        daemon(this::record).start();
    }

    private boolean answer(IncomingRequest request) {
        String callId = request.request().callId();
        if (request instanceof IncomingCall call) {
            answerCall(callId, call);
            return true;
        }
        request.respond(200);
        if (request.method().equals("BYE")) {
            Optional.ofNullable(voices.remove(callId)).ifPresent(Voice::close);
        }
        return true;
    }

    private void answerCall(String callId, IncomingCall call) {
        Sdp offer = Sdp.parse(call.offer());
        Optional<G711> law = offer.media().stream().findFirst().flatMap(line -> Voice.law(line.formats()));
        if (law.isEmpty()) {
            call.respond(488, Edit.reason("Only PCMU And PCMA Here"));
            return;
        }
        Voice voice =
                voices.computeIfAbsent(callId, id -> new Voice(stage.addresses().host(), Stage.BOB_HZ));
        voice.fallSilent();
        call.answer(voice.description(law.get()));
        voice.speakTo(call.offer());
    }

    private void record() {
        int number = 2;
        while (true) {
            RecordedSession session = stage.recorder().awaitSession(NO_END);
            if (!session.answerSdp().isEmpty()) {
                follow(number++, session);
            }
        }
    }

    private void follow(int number, RecordedSession session) {
        screen.say("call " + number + ": recording");
        daemon(() -> save(number, session)).start();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "demo-open-line");
        thread.setDaemon(true);
        return thread;
    }

    private void save(int call, RecordedSession session) {
        session.awaitEnd(NO_END);
        try {
            List<SavedStream> streams = SessionFiles.write(session, results.ofCall(call));
            session.close();
            screen.say("call " + call + ": ended; look in " + Results.shown(results.ofCall(call)));
            streams.forEach(stream -> screen.say("  " + line(stream)));
        } catch (IOException e) {
            screen.say("call " + call + ": can not be written: " + e.getMessage());
        }
    }

    private static String line(SavedStream stream) {
        String file = stream.file().getFileName() + ", " + stream.packets() + " packets";
        return stream.undecoded() == 0 ? file : file + ", " + stream.undecoded() + " of them neither PCMU nor PCMA";
    }
}
