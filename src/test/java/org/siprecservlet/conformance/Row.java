package org.siprecservlet.conformance;

/** A requirement on a session recording client: its id, how much it binds, what it says, and which RFC says it. */
record Row(String id, String level, String text, String source) {

    static Row of(String line) {
        String[] columns = line.split("\t");
        return new Row(columns[0], columns[1], columns[2], columns[3]);
    }

    /** The first word of the level. */
    String binding() {
        return level.replace("(", "").split(" ")[0];
    }
}
