package org.siprecservlet.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration can not be used. The message names every fault, one a line, and is all an operator needs. */
public final class ConfigurationFaults extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public ConfigurationFaults(List<Fault> faults) {
        super(message(faults));
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, at least one fault. */
    public List<Fault> faults() {
        return faults;
    }

    private static String message(List<Fault> faults) {
        String count = faults.size() == 1 ? "1 fault" : faults.size() + " faults";
        return faults.stream()
                .map(fault -> System.lineSeparator() + "  " + fault)
                .collect(
                        Collectors.joining("", "SIPREC Servlet can not start: " + count + " in its configuration", ""));
    }
}
