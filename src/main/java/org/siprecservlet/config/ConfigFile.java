package org.siprecservlet.config;

/** The key of a file that later versions read. To pass over it in silence would leave its rules unheard. */
final class ConfigFile {

    private ConfigFile() {}

    static void check(Values values) {
        values.read(Key.CONFIG_FILE, ((Syntax<String>) ConfigFile::refuse).orWhenEmpty(""));
    }

    private static String refuse(String path) throws BadValue {
        throw new BadValue(
                "this version does not read a configuration file",
                "leave the key out, and name recorders in siprec.srs");
    }
}
