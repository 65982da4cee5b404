package org.siprecservlet.recording;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The search for a server that has come by itself: it is found, and there is no other. Safe for all threads. */
public final class ArrivedServer implements ServerSearch, ServerHunt {

    private final SrsUri target;
    private final Duration answerTimeout;
    private final Duration keepalive;
    private final AtomicBoolean answers = new AtomicBoolean();

    /**
     * @param target where it is reached, as it says itself
     * @param answerTimeout how long it may take to acknowledge, and to answer within the session
     * @param keepalive how often it is asked whether it is still there; zero: never
     */
    public ArrivedServer(SrsUri target, Duration answerTimeout, Duration keepalive) {
        this.target = target;
        this.answerTimeout = answerTimeout;
        this.keepalive = keepalive;
    }

    @Override
    public ServerHunt begin(int bodyBytes) {
        return this;
    }

    @Override
    public SrsUri target() {
        return target;
    }

    @Override
    public Duration answerTimeout() {
        return answerTimeout;
    }

    @Override
    public Duration keepalive() {
        return keepalive;
    }

    @Override
    public void noteAnswer() {
        answers.set(true);
    }

    @Override
    public boolean isKnownToAnswer() {
        return answers.get();
    }

    @Override
    public RecorderProfile profile() {
        return RecorderProfile.STANDARD;
    }

    @Override
    public Optional<ServerHunt> afterRefusal(ServerRefusal refusal) {
        return Optional.empty();
    }

    @Override
    public Optional<ServerHunt> afterLoss(ServerRefusal how) {
        return Optional.empty();
    }

    @Override
    public Optional<ServerHunt> afterUnreachable() {
        return Optional.empty();
    }
}
