package org.siprecservlet.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** The compiled tests that name requirements. */
final class NamingTests {

    private NamingTests() {}

    /** Tests, as {@code Class.method}, by the requirement they name, both in order. */
    static Map<String, List<String>> byRequirement() {
        Map<String, TreeSet<String>> found = new TreeMap<>();
        for (Method test : tests()) {
            named(test.getDeclaringClass(), test).forEach(id -> found.computeIfAbsent(id, any -> new TreeSet<>())
                    .add(name(test)));
        }
        Map<String, List<String>> sorted = new TreeMap<>();
        found.forEach((id, tests) -> sorted.put(id, List.copyOf(tests)));
        return sorted;
    }

    /** Methods that name a requirement and are no tests that run. */
    static List<String> thatDoNotRun() {
        Predicate<Method> names = method -> method.isAnnotationPresent(Requirement.class);
        return methods()
                .filter(names.and(method -> !runs(method)))
                .map(NamingTests::name)
                .toList();
    }

    private static List<Method> tests() {
        return methods().filter(NamingTests::runs).toList();
    }

    private static Stream<Method> methods() {
        return classes()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic());
    }

    private static boolean runs(Method method) {
        return AnnotationSupport.isAnnotated(method, Testable.class)
                && !method.isAnnotationPresent(Disabled.class)
                && !method.getDeclaringClass().isAnnotationPresent(Disabled.class);
    }

    private static Stream<String> named(AnnotatedElement... elements) {
        return Arrays.stream(elements)
                .map(element -> element.getAnnotation(Requirement.class))
                .filter(requirement -> requirement != null)
                .flatMap(requirement -> Arrays.stream(requirement.value()));
    }

    private static String name(Method test) {
        Class<?> type = test.getDeclaringClass();
        while (type.getEnclosingClass() != null) {
            type = type.getEnclosingClass();
        }
        return type.getSimpleName() + "." + test.getName();
    }

    /** Loads only what has the annotation: not all of the others can be loaded without a container. */
    private static Stream<Class<?>> classes() {
        Path root = root();
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> annotated = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(NamingTests::mentionsTheAnnotation)
                    .sorted(Comparator.naturalOrder())
                    .toList();
            return annotated.stream().map(root::relativize).map(NamingTests::load);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean mentionsTheAnnotation(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(Requirement.class.descriptorString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        try {
            return Path.of(NamingTests.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(Path file) {
        String name = file.toString()
                .replace(".class", "")
                .replace(file.getFileSystem().getSeparator(), ".");
        try {
            return Class.forName(name, false, NamingTests.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
