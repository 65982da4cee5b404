package org.siprecservlet.testkit.sip;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The dialogs of one agent, found by Call-ID and both tags; none is ever forgotten, so that late requests find it. */
final class Dialogs {

    private final UserAgent agent;
    private final Map<Key, Dialog> dialogs = new ConcurrentHashMap<>();

    private record Key(String callId, String localTag, String remoteTag) {}

    Dialogs(UserAgent agent) {
        this.agent = agent;
    }

    Optional<Dialog> find(String callId, String localTag, String remoteTag) {
        return Optional.ofNullable(dialogs.get(new Key(callId, localTag, remoteTag)));
    }

    /** The dialog that an incoming request belongs to. */
    Optional<Dialog> find(SipMessage incoming) {
        return find(incoming.callId(), incoming.toTag(), incoming.fromTag());
    }

    /** The caller's dialog that a response belongs to; made when there is none. */
    Dialog ofCaller(SipMessage request, SipMessage response) {
        Key key = new Key(request.callId(), request.fromTag(), response.toTag());
        return dialogs.computeIfAbsent(key, k -> Dialog.ofCaller(agent, request, response));
    }

    /** The callee's dialog that a response belongs to; made when there is none. */
    Dialog ofCallee(SipMessage request, SipMessage response) {
        Key key = new Key(request.callId(), response.toTag(), request.fromTag());
        return dialogs.computeIfAbsent(key, k -> Dialog.ofCallee(agent, request, response));
    }
}
