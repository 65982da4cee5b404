package org.siprecservlet.config;

import java.util.Optional;
import java.util.Set;

/** Where settings come from. The port between this package and MicroProfile Config, or a map in a test. */
public interface Settings {

    /** The value of a key, written with dots, wherever it was set; empty when it is not set or set to nothing. */
    Optional<String> value(String key);

    /** The names of all settings there are, ours or not; those of environment variables as they are. */
    Set<String> names();
}
