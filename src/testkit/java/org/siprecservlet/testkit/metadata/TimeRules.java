package org.siprecservlet.testkit.metadata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** RFC 7865, 6.9: times are those of RFC 3339, nothing ends before it begins or is yet to come. */
record TimeRules(Instant now, List<String> faults) {

    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");

    void check(Content content) {
        for (Element element : content.everyElement()) {
            if (element.getLocalName().endsWith("-time")) {
                checkForm(element);
            }
            checkOrder(element, "associate-time", "disassociate-time");
            checkOrder(element, "start-time", "stop-time");
        }
    }

    private void checkForm(Element time) {
        if (!RFC_3339.matcher(time.getTextContent().strip()).matches()) {
            faults.add("The " + time.getLocalName() + " " + time.getTextContent()
                    + " is not an RFC 3339 time with capital T, capital Z or an offset with colon.");
        }
        parse(time.getTextContent().strip())
                .filter(now::isBefore)
                .ifPresent(instant -> faults.add(
                        "The " + time.getLocalName() + " " + instant + " is in the future; it is " + now + "."));
    }

    private void checkOrder(Element element, String begin, String end) {
        Optional<Instant> began = instant(element, begin);
        Optional<Instant> ended = instant(element, end);
        if (began.isPresent() && ended.isPresent() && ended.get().isBefore(began.get())) {
            faults.add("The " + end + " " + ended.get() + " of a " + element.getLocalName() + " is before its " + begin
                    + " " + began.get() + ".");
        }
    }

    private static Optional<Instant> instant(Element element, String name) {
        return Content.text(element, name).flatMap(TimeRules::parse);
    }

    private static Optional<Instant> parse(String time) {
        try {
            return Optional.of(OffsetDateTime.parse(time).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
