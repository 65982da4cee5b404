package org.siprecservlet.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CursorTest {

    private static final Instant TEN = Instant.parse("2030-01-01T10:00:00.123456789Z");

    @Test
    void comesBackAsItWas() {
        Cursor cursor = new Cursor(TEN, "id with blanks, \u00e9");

        assertThat(Cursor.parse(cursor.text())).contains(cursor);
    }

    @Test
    void canStandInAQueryAsItIs() {
        assertThat(new Cursor(TEN, "?&=/+ \u00e9").text()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void standsAtTheNewestFirstAndOrdersEntriesOfOneMoment() {
        assertThat(Stream.of(new Cursor(TEN, "a"), new Cursor(TEN, "b"), new Cursor(TEN.plusNanos(1), "0"))
                        .sorted())
                .extracting(Cursor::id)
                .containsExactly("0", "b", "a");
    }

    @Test
    void walksThroughAListThatChangesOnTheWay() {
        Page<Cursor> first = page(null, "e", "d", "c", "b", "a");
        Page<Cursor> second = page(first.next(), "g", "f", "e", "c", "b", "a");
        Page<Cursor> third = page(second.next(), "g", "a");

        assertThat(ids(first)).containsExactly("e", "d");
        assertThat(ids(second)).containsExactly("c", "b");
        assertThat(ids(third)).containsExactly("a");
        assertThat(third.next()).isNull();
    }

    @Test
    void knowsThatAPageThatIsJustFullIsTheLast() {
        assertThat(page(null, "b", "a").next()).isNull();
    }

    /** Of entries made one after the other: a, b, c... */
    private static Page<Cursor> page(String after, String... ids) {
        Stream<Cursor> all = Stream.of(ids).map(id -> new Cursor(TEN.plusSeconds(id.charAt(0)), id));
        return Page.Request.of("2", after).of(all, entry -> entry);
    }

    private static List<String> ids(Page<Cursor> page) {
        return page.items().stream().map(Cursor::id).toList();
    }
}
