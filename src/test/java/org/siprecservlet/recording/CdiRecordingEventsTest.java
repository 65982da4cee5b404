package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.enterprise.event.Event;
import javax.enterprise.event.NotificationOptions;
import javax.enterprise.util.TypeLiteral;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CdiRecordingEventsTest {

    private RecordingNotice notice;

    @BeforeEach
    void startARecording() {
        Recorder recorder = new Recorder(new FakeRelay().atOnce(), Recorder.ONE);
        recorder.answer("call-1");
        recorder.srs.first().accept();
        notice = recorder.told.get(0);
    }

    @Test
    void firesToObserversOfBothKinds() {
        FakeEvent event = new FakeEvent(null);
        new CdiRecordingEvents(event).tell(notice);

        assertThat(event.fired).containsExactly(notice);
        assertThat(event.firedAsync).containsExactly(notice);
    }

    @Test
    void firesToAsynchronousObserversEvenWhenAnotherThrows() {
        FakeEvent event = new FakeEvent(new IllegalStateException("an observer's bug"));

        assertThatCode(() -> new CdiRecordingEvents(event).tell(notice)).doesNotThrowAnyException();
        assertThat(event.firedAsync).containsExactly(notice);
    }

    @Test
    void saysWhichCallAndWhichRecordingSession() {
        assertThat(notice.callId().value()).isEqualTo("call-1");
        assertThat(notice.dialogId()).contains("callee-of-call-1");
        assertThat(notice.srsCallId()).contains("rs-1@src");
        assertThat(notice.server()).contains(Recorder.ONE);
        assertThat(notice.instance()).isEqualTo("default");
        assertThat(notice.sessionId()).hasSize(24);
    }

    private static final class FakeEvent implements Event<RecordingNotice> {

        private final List<RecordingNotice> fired = new ArrayList<>();
        private final List<RecordingNotice> firedAsync = new ArrayList<>();
        private final RuntimeException failure;

        private FakeEvent(RuntimeException failure) {
            this.failure = failure;
        }

        @Override
        public void fire(RecordingNotice event) {
            fired.add(event);
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public <U extends RecordingNotice> CompletionStage<U> fireAsync(U event) {
            firedAsync.add(event);
            return failure == null ? CompletableFuture.completedStage(event) : CompletableFuture.failedStage(failure);
        }

        @Override
        public <U extends RecordingNotice> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            return fireAsync(event);
        }

        @Override
        public Event<RecordingNotice> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends RecordingNotice> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends RecordingNotice> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
