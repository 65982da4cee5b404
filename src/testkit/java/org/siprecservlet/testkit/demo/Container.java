package org.siprecservlet.testkit.demo;

/** A kind of server that the application runs on. */
enum Container {
    LIBERTY("deploy/liberty/run", "servers/siprec/logs/messages.log"),
    RESTCOMM("deploy/restcomm/run", "logs/server.log");

    private final String script;
    private final String log;

    Container(String script, String log) {
        this.script = script;
        this.log = log;
    }

    /** What runs it, seen from the root of the project. */
    String script() {
        return script;
    }

    /** Its log, seen from the directory of the server. */
    String log() {
        return log;
    }
}
