package org.siprecservlet.testkit.sip;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A request that was sent, and the responses that come to it. The waits take what they return. */
public class PendingRequest {

    private final UserAgent agent;
    private final SipMessage request;
    private final Inbox<SipMessage> inbox = new Inbox<>();
    private final List<SipMessage> responses = new CopyOnWriteArrayList<>();
    private volatile Hop hop;

    PendingRequest(UserAgent agent, SipMessage request) {
        this.agent = agent;
        this.request = request;
    }

    /** The request as it was sent. */
    public SipMessage request() {
        return request;
    }

    /** All responses up to now, repetitions left out. */
    public List<SipMessage> responses() {
        return List.copyOf(responses);
    }

    /** Waits for a final response; after a first one (of a forked request) for the next. */
    public SipMessage awaitFinal() {
        return awaitFinal(agent.patience());
    }

    public SipMessage awaitFinal(Duration patience) {
        return await(r -> r.status() >= 200, "a final response", patience);
    }

    /** Waits for a response with that status; fails at once when the request is refused with another. */
    public SipMessage awaitResponse(int status) {
        return awaitResponse(status, agent.patience());
    }

    public SipMessage awaitResponse(int status, Duration patience) {
        SipMessage found = await(r -> r.status() == status || r.status() >= 300, "a " + status, patience);
        if (found.status() != status) {
            throw agent.timedOut("waited for a " + status + " to " + request.method() + ", but " + found.startLine());
        }
        return found;
    }

    private SipMessage await(Predicate<SipMessage> wanted, String what, Duration patience) {
        return agent.await(inbox, wanted, what + " to " + request.startLine(), patience);
    }

    void send() {
        hop = agent.hopOf(request);
        agent.endpoint().start(request, hop, this::received);
    }

    void received(SipMessage response) {
        if (request.method().equals("UPDATE") && response.status() / 100 == 2) {
            agent.dialogs().ofCaller(request, response).refreshTarget(response);
        }
        responses.add(response);
        inbox.put(response);
    }

    UserAgent agent() {
        return agent;
    }

    Hop hop() {
        return hop;
    }
}
