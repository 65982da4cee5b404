package org.siprecservlet.config;

import java.io.IOException;
import org.siprecservlet.metadata.GroupKey;

/**
 * What metadata are made with.
 *
 * @param groupKey gives named groups their ids; null: one that is made at each start
 */
public record MetadataSettings(GroupKey groupKey) {

    private static final int SHORTEST = 32;

    static MetadataSettings read(Values values, FileText files) {
        Syntax<GroupKey> file = path -> groupKey(path, files);
        return new MetadataSettings(values.read(Key.GROUP_KEY_FILE, file.orWhenEmpty(null)));
    }

    /** In a file, so that the key is in no list of settings and in no message about them. */
    private static GroupKey groupKey(String path, FileText files) throws BadValue {
        String key = text(path, files).strip();
        if (key.length() < SHORTEST) {
            throw new BadValue(
                    "the key in this file has fewer than " + SHORTEST + " characters",
                    "make one with openssl rand -hex 32");
        }
        return GroupKey.of(key);
    }

    private static String text(String path, FileText files) throws BadValue {
        try {
            return files.read(path);
        } catch (IOException e) {
            throw new BadValue("this file can not be read: " + e, "write the path of a text file with a secret key");
        }
    }
}
