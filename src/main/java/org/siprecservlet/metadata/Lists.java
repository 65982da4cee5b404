package org.siprecservlet.metadata;

import java.util.List;
import java.util.Objects;

/** Lists as the model holds them: never null, unmodifiable, without null elements. */
final class Lists {

    private Lists() {}

    static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    static <T> List<T> without(List<T> list, List<T> others) {
        return list.stream().filter(each -> !others.contains(each)).toList();
    }
}
