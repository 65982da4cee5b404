package org.siprecservlet.metadata;

import java.util.List;
import java.util.Objects;

/** Lists as the model holds them: never null, unmodifiable, without null elements. */
final class Lists {

    private Lists() {}

    static <T> List<T> copy(List<T> list) {
        if (list == null) {
            return List.of();
        }
        for (T each : list) {
            if (each == null) {
                return list.stream().filter(Objects::nonNull).toList();
            }
        }
        return List.copyOf(list);
    }

    static <T> List<T> without(List<T> list, List<T> others) {
        return list.stream().filter(each -> !others.contains(each)).toList();
    }
}
