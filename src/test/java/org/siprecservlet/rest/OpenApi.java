package org.siprecservlet.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The document that describes the REST interface, as the server shows it. */
final class OpenApi {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final Map<String, Object> root;

    private OpenApi(Map<String, Object> root) {
        this.root = root;
    }

    static OpenApi read() {
        try (InputStream text = OpenApiServlet.class.getResourceAsStream("openapi.yaml")) {
            return new OpenApi(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where all paths begin. */
    String base() {
        return (String) object(list(root, "servers").get(0)).get("url");
    }

    /** Each operation, such as {@code GET /calls}, with the names of its parameters. */
    Map<String, Set<String>> operations() {
        return object(root, "paths").entrySet().stream()
                .flatMap(path -> operations(path.getKey(), object(path.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Stream<Map.Entry<String, Set<String>>> operations(String path, Map<String, Object> item) {
        return item.keySet().stream()
                .filter(METHODS::contains)
                .map(method ->
                        Map.entry(method.toUpperCase(Locale.ROOT) + " " + path, parameters(object(item, method))));
    }

    private Set<String> parameters(Map<String, Object> operation) {
        return list(operation, "parameters").stream()
                .map(each -> (String) resolved(object(each)).get("name"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, Object> resolved(Map<String, Object> it) {
        Map<String, Object> found = it;
        if (it.get("$ref") instanceof String reference) {
            found = root;
            for (String step : reference.substring("#/".length()).split("/")) {
                found = object(found, step);
            }
        }
        return found;
    }

    Map<String, Object> schema(String name) {
        return object(schemas(), name);
    }

    Map<String, Object> schemas() {
        return object(object(root, "components"), "schemas");
    }

    /** The properties of a schema. */
    Set<String> properties(String schema) {
        return object(schema(schema), "properties").keySet();
    }

    /** The properties of a schema that are never missing. */
    List<String> required(String schema) {
        return texts(schema(schema), "required");
    }

    /** The words that a schema allows. */
    List<String> words(String schema) {
        return texts(schema(schema), "enum");
    }

    List<String> codes() {
        return texts(object(object(schema("Problem"), "properties"), "code"), "x-extensible-enum");
    }

    private static List<String> texts(Map<String, Object> parent, String key) {
        return list(parent, key).stream().map(String.class::cast).toList();
    }

    private static List<?> list(Map<String, Object> parent, String key) {
        return (List<?>) parent.getOrDefault(key, List.of());
    }

    private static Map<String, Object> object(Map<String, Object> parent, String key) {
        if (!parent.containsKey(key)) {
            throw new AssertionError("there is no " + key + " in " + parent.keySet());
        }
        return object(parent.get(key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object node) {
        return (Map<String, Object>) node;
    }
}
