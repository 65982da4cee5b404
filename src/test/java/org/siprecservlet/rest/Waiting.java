package org.siprecservlet.rest;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.TimeoutHandler;

/** A request that waits for its answer; keeps the first, as containers do. */
final class Waiting implements AsyncResponse {

    Object answer;
    long timeoutMillis;
    private TimeoutHandler late;

    void timeIsUp() {
        late.handleTimeout(this);
    }

    @Override
    public boolean resume(Object response) {
        boolean first = answer == null;
        answer = first ? response : answer;
        return first;
    }

    @Override
    public boolean resume(Throwable response) {
        return resume((Object) response);
    }

    @Override
    public boolean setTimeout(long time, TimeUnit unit) {
        timeoutMillis = unit.toMillis(time);
        return true;
    }

    @Override
    public void setTimeoutHandler(TimeoutHandler handler) {
        late = handler;
    }

    @Override
    public boolean isSuspended() {
        return answer == null;
    }

    @Override
    public boolean isDone() {
        return answer != null;
    }

    @Override
    public boolean cancel() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean cancel(int retryAfter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean cancel(Date retryAfter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public Collection<Class<?>> register(Class<?> callback) {
        return List.of();
    }

    @Override
    public Map<Class<?>, Collection<Class<?>>> register(Class<?> callback, Class<?>... callbacks) {
        return Map.of();
    }

    @Override
    public Collection<Class<?>> register(Object callback) {
        return List.of();
    }

    @Override
    public Map<Class<?>, Collection<Class<?>>> register(Object callback, Object... callbacks) {
        return Map.of();
    }
}
