package org.siprecservlet.sip;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;

/** Messages of which only the headers matter. */
final class Spoken {

    private Spoken() {}

    static SipServletMessage with(Map<String, List<String>> headers) {
        return message(SipServletMessage.class, new HashMap<>(headers));
    }

    static SipServletResponse success(Map<String, List<String>> headers) {
        return message(SipServletResponse.class, new HashMap<>(headers));
    }

    /** A request whose headers go into the map. */
    static SipServletRequest into(Map<String, List<String>> headers) {
        return message(SipServletRequest.class, headers);
    }

    private static <T> T message(Class<T> type, Map<String, List<String>> headers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    List<String> values = headers.getOrDefault(given[0], List.of());
                    return switch (method.getName()) {
                        case "getHeader" -> values.isEmpty() ? null : values.get(0);
                        case "getHeaders" -> values.listIterator();
                        case "setHeader" -> headers.put((String) given[0], List.of((String) given[1]));
                        case "addHeader" -> headers.computeIfAbsent((String) given[0], name -> new ArrayList<>())
                                .add((String) given[1]);
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                }));
    }
}
