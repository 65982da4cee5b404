package org.siprecservlet.sip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.sip.Address;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipServletResponse;
import org.siprecservlet.recording.ServerRefusal;
import org.siprecservlet.recording.SrsSignal;
import org.siprecservlet.recording.SrsUri;
import org.siprecservlet.text.SipUriSyntax;

/** Reads what a recording server says beside the status when it refuses; what can not be read counts for not said. */
final class SrsRefusals {

    private static final Pattern SECONDS = Pattern.compile("\\s*([0-9]{1,9})(?![0-9]).*", Pattern.DOTALL);

    private SrsRefusals() {}

    static SrsSignal.Refused read(SipServletResponse response) {
        int status = response.getStatus();
        List<SrsUri> contacts = status < 400 ? contacts(response) : List.of();
        List<String> accepts = status == 415 ? mediaTypes(response.getHeaders("Accept")) : List.of();
        return new SrsSignal.Refused(
                new ServerRefusal(status, contacts, accepts, retryAfter(response.getHeader("Retry-After"))),
                response.getReasonPhrase());
    }

    static List<String> mediaTypes(Iterator<String> accept) {
        List<String> types = new ArrayList<>();
        accept.forEachRemaining(value -> {
            for (String type : value.split(",")) {
                types.add(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
            }
        });
        return types;
    }

    static Duration retryAfter(String header) {
        Matcher seconds = SECONDS.matcher(header == null ? "" : header);
        return seconds.matches() ? Duration.ofSeconds(Long.parseLong(seconds.group(1))) : Duration.ZERO;
    }

    /** By their q, those of the same q as they came; only SIP URIs that could have been configured. */
    private static List<SrsUri> contacts(SipServletResponse response) {
        List<Address> contacts = new ArrayList<>();
        try {
            response.getAddressHeaders("Contact").forEachRemaining(contacts::add);
        } catch (ServletParseException e) {
            return List.of();
        }
        return contacts.stream()
                .sorted(Comparator.comparing(SrsRefusals::preference).reversed())
                .map(contact -> contact.getURI().toString())
                .filter(uri -> SipUriSyntax.wrong(uri).isEmpty())
                .map(SrsUri::new)
                .toList();
    }

    /** Without a q it is 1. */
    private static float preference(Address contact) {
        return contact.getQ() < 0 ? 1 : contact.getQ();
    }
}
