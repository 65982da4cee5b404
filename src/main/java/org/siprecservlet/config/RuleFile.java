package org.siprecservlet.config;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.siprecservlet.recording.PartyNotice;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the YAML file at {@code siprec.config}: groups of recording servers, and rules. */
final class RuleFile {

    private final Values values;
    private final FileText files;
    private final NoticeReader notices;
    private final PartyNotice notice;

    /** @param notice what the parties hear where a rule does not say */
    RuleFile(Values values, FileText files, NoticeReader notices, PartyNotice notice) {
        this.values = values;
        this.files = files;
        this.notices = notices;
        this.notice = notice;
    }

    /**
     * Reads it, if there is one; its faults become those of the values.
     *
     * @param engine does what groups want of their copies, or can not
     */
    RuleSettings read(ServerSettings servers, MediaEngine engine) {
        String path = values.read(Key.CONFIG_FILE, text -> text);
        return text(path)
                .flatMap(text -> root(path, text))
                .map(root -> read(path, root, servers, engine))
                .orElse(RuleSettings.NONE);
    }

    private RuleSettings read(String path, Node root, ServerSettings servers, MediaEngine engine) {
        YamlFaults faults = new YamlFaults(path);
        YamlObject file = new YamlObject("", root, faults);
        file.allowOnly(List.of("groups", "rules"));
        GroupReader groups = new GroupReader(file.object("groups"), servers, engine);
        RuleReader rules = new RuleReader(groups, servers, notices, notice);
        RuleSettings settings = rules.read(file.objects("rules"));
        values.add(faults.all());
        return settings;
    }

    private Optional<String> text(String path) {
        try {
            return path.isEmpty() ? Optional.empty() : Optional.of(files.read(path));
        } catch (IOException e) {
            complain(path, "this file can not be read: " + e, "write the path of a YAML file in UTF-8");
            return Optional.empty();
        }
    }

    /** Only the tree of the text: nothing in it becomes an object of any class. */
    private Optional<Node> root(String path, String text) {
        try {
            Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            return Optional.ofNullable(yaml.compose(new StringReader(text)));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark().getLine() + 1;
            int column = e.getProblemMark().getColumn() + 1;
            String where = "line " + line + ", column " + column + ": ";
            complain(path, "this file is not YAML: " + where + e.getProblem(), "");
        } catch (YAMLException e) {
            complain(path, "this file is not YAML: " + e.getMessage(), "");
        }
        return Optional.empty();
    }

    private void complain(String path, String wrong, String right) {
        values.add(List.of(Fault.in(Key.CONFIG_FILE, path, wrong, right)));
    }
}
