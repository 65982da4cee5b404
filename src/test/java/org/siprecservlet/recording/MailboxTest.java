package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailboxTest {

    private final List<Object> done = new ArrayList<>();

    @Test
    void doesWhatComesFromWithinATaskAfterIt() {
        Mailbox mailbox = new Mailbox(Runnable::run);
        mailbox.execute(() -> {
            mailbox.execute(() -> done.add("second"));
            done.add("first");
        });

        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void goesOnAfterATaskThatThrows() {
        Mailbox mailbox = new Mailbox(Runnable::run);
        mailbox.execute(() -> {
            throw new IllegalStateException("a bug");
        });
        mailbox.execute(() -> done.add("next"));

        assertThat(done).containsExactly("next");
    }

    @Test
    void doesOneAfterAnotherInOrderOnManyThreads() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Mailbox mailbox = new Mailbox(threads);
            CountDownLatch left = new CountDownLatch(1000);
            IntStream.range(0, 1000)
                    .forEach(number -> mailbox.execute(() -> {
                        done.add(number);
                        left.countDown();
                    }));
            assertThat(left.await(5, TimeUnit.SECONDS)).isTrue();
        } finally {
            threads.shutdown();
        }

        assertThat(done)
                .containsExactlyElementsOf(IntStream.range(0, 1000).boxed().toList());
    }
}
