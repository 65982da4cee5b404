package org.siprecservlet.rest;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;

/** What the annotations of {@link Api}'s resources say. */
final class JaxRs {

    private static final String VERSION = "v1";

    private JaxRs() {}

    /** Each operation, such as {@code GET /calls}, with the names of its parameters. */
    static Map<String, Set<String>> operations() {
        return new Api()
                .getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                        .filter(method -> httpMethod(method) != null)
                        .collect(Collectors.toMap(JaxRs::name, JaxRs::parameters));
    }

    private static String httpMethod(Method method) {
        return Stream.of(method.getAnnotations())
                .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst()
                .orElse(null);
    }

    private static String name(Method method) {
        String root = method.getDeclaringClass().getAnnotation(Path.class).value();
        Path own = method.getAnnotation(Path.class);
        String path = root + (own == null ? "" : "/" + own.value());
        // Parameters may have a regular expression, which is of no concern to clients.
        return httpMethod(method)
                + " "
                + path.substring(VERSION.length()).replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
    }

    private static Set<String> parameters(Method method) {
        return Arrays.stream(method.getParameterAnnotations())
                .flatMap(Stream::of)
                .map(JaxRs::parameter)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String parameter(Annotation annotation) {
        if (annotation instanceof QueryParam query) {
            return query.value();
        }
        return annotation instanceof PathParam path ? path.value() : null;
    }
}
