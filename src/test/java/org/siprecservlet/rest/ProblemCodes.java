package org.siprecservlet.rest;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.core.Response.Status;
import org.siprecservlet.recording.RecordingRefused;
import org.siprecservlet.recording.Refused;

/** The codes of all errors that the code makes. */
final class ProblemCodes {

    private ProblemCodes() {}

    static Set<String> all() {
        Stream<Problem> own = Stream.of(Problem.class.getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getReturnType() == Problem.class)
                .filter(method -> !method.getName().equals("of"))
                .map(ProblemCodes::make);
        Stream<Problem> refusals = Stream.of(RecordingRefused.Reason.values())
                .map(reason -> Refusals.problem(Refused.because(reason, null)));
        // What JAX-RS refuses by itself.
        Stream<Problem> statuses = Stream.of(
                        Status.NOT_FOUND,
                        Status.METHOD_NOT_ALLOWED,
                        Status.NOT_ACCEPTABLE,
                        Status.UNSUPPORTED_MEDIA_TYPE)
                .map(Problem::of);
        return Stream.of(own, refusals, statuses)
                .flatMap(problems -> problems)
                .map(Problem::code)
                .collect(Collectors.toSet());
    }

    private static Problem make(Method factory) {
        Object[] anything = Stream.of(factory.getParameterTypes())
                .map(type -> type == int.class ? (Object) 1 : "anything")
                .toArray();
        try {
            return (Problem) factory.invoke(null, anything);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("can not make " + factory, e);
        }
    }
}
