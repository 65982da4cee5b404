package org.siprecservlet.metadata;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Always three digits of fraction and Z: what strict date readers of recorders take. */
final class InstantSerializer extends StdScalarSerializer<Instant> {

    private static final DateTimeFormatter FORMAT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    InstantSerializer() {
        super(Instant.class);
    }

    @Override
    public void serialize(Instant time, JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeString(FORMAT.format(time));
    }
}
