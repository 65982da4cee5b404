package org.siprecservlet.config;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** What is wrong with a YAML file, each thing with its line. */
final class YamlFaults {

    private final String file;
    private final List<Fault> faults = new ArrayList<>();

    YamlFaults(String file) {
        this.file = file;
    }

    /** @param name where it is in the file, as {@code rules[0].when.caller} */
    void add(Node at, String name, String wrong, String right) {
        String value = at instanceof ScalarNode scalar ? scalar.getValue() : "";
        int line = at.getStartMark().getLine() + 1;
        faults.add(new Fault(file + ":" + line + " " + name, value, wrong, right));
    }

    void add(Node at, String name, BadValue bad) {
        bad.complaints().forEach(complaint -> add(at, name, complaint.wrong(), complaint.right()));
    }

    List<Fault> all() {
        return List.copyOf(faults);
    }
}
