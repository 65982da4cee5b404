package org.siprecservlet.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * An object in a YAML file. Every scalar is text as it is written, so that {@code yes} and {@code 0123} stay what they are.
 * In place of a wrong value the reader gets nothing, so that everything else can be checked as well.
 */
final class YamlObject {

    private final String name;
    private final Node node;
    private final YamlFaults faults;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /** @param name where it is in the file; empty for all of it */
    YamlObject(String name, Node node, YamlFaults faults) {
        this.name = name;
        this.node = node;
        this.faults = faults;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::add);
        } else if (!isNothing(node)) {
            faults.add(node, name, "this is not an object with keys", "write key: value");
        }
    }

    private void add(NodeTuple entry) {
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            faults.add(entry.getKeyNode(), name, "a key has to be a word", "");
        } else if (values.putIfAbsent(key.getValue(), entry.getValueNode()) != null) {
            faults.add(key, nameOf(key.getValue()), "this key is there twice", "leave one of them out");
        }
    }

    private static boolean isNothing(Node node) {
        return node == null || node.getTag().equals(Tag.NULL);
    }

    /** Tells of every key that is none of these. */
    void allowOnly(List<String> known) {
        values.forEach((key, value) -> {
            if (!known.contains(key)) {
                String nearest = known.stream()
                        .min(Comparator.comparingInt(each -> EditDistance.between(key, each)))
                        .orElseThrow();
                faults.add(value, nameOf(key), "there is no such key", "the nearest known one is " + nearest);
            }
        });
    }

    /** All keys, in their order. */
    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    boolean has(String key) {
        return !isNothing(values.get(key));
    }

    /** Tells that something is wrong with the value of a key, or with this object when it has no such key. */
    void complain(String key, String wrong, String right) {
        faults.add(values.getOrDefault(key, node), values.containsKey(key) ? nameOf(key) : name, wrong, right);
    }

    /** The value of a key; empty when it is not there or wrong. */
    <T> Optional<T> read(String key, Syntax<T> syntax) {
        return has(key) ? value(values.get(key), nameOf(key), syntax) : Optional.empty();
    }

    /** The values of a key that has one or a list of them, without those that are wrong. */
    <T> List<T> readAll(String key, Syntax<T> syntax) {
        List<T> all = new ArrayList<>();
        items(key).forEach((itemName, item) -> value(item, itemName, syntax).ifPresent(all::add));
        return all;
    }

    /** The objects of a key that has a list of them. */
    List<YamlObject> objects(String key) {
        List<YamlObject> all = new ArrayList<>();
        items(key).forEach((itemName, item) -> all.add(new YamlObject(itemName, item, faults)));
        return all;
    }

    /** As {@link #objects}, with a word in place of an object standing for one that has only this key. */
    <T> List<T> readAllBy(String key, String onlyKey, Syntax<T> syntax) {
        List<T> all = new ArrayList<>();
        items(key).forEach((itemName, item) -> {
            if (item instanceof ScalarNode) {
                value(item, itemName, syntax).ifPresent(all::add);
            } else {
                YamlObject object = new YamlObject(itemName, item, faults);
                object.allowOnly(List.of(onlyKey));
                object.read(onlyKey, syntax).ifPresent(all::add);
            }
        });
        return all;
    }

    /** The object of a key; one without keys when it is not there. */
    YamlObject object(String key) {
        return new YamlObject(nameOf(key), values.get(key), faults);
    }

    /** The nodes of a key that has one or a list of them, each by its name. */
    private Map<String, Node> items(String key) {
        Map<String, Node> items = new LinkedHashMap<>();
        if (values.get(key) instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                items.put(nameOf(key) + "[" + items.size() + "]", item);
            }
        } else if (has(key)) {
            items.put(nameOf(key), values.get(key));
        }
        return items;
    }

    private <T> Optional<T> value(Node value, String valueName, Syntax<T> syntax) {
        if (!(value instanceof ScalarNode scalar)) {
            faults.add(value, valueName, "this is not a text", "write one value");
            return Optional.empty();
        }
        try {
            return Optional.of(syntax.parse(scalar.getValue()));
        } catch (BadValue bad) {
            faults.add(value, valueName, bad);
            return Optional.empty();
        }
    }

    private String nameOf(String key) {
        return name.isEmpty() ? key : name + "." + key;
    }
}
