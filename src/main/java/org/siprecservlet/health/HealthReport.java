package org.siprecservlet.health;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;

/** What the checks say together, in the form of MicroProfile Health: up when all are. */
record HealthReport(Status status, List<Line> checks) {

    /** What one check says. */
    record Line(String name, Status status, Map<String, Object> data) {}

    static HealthReport of(Collection<HealthCheckResponse> answers) {
        boolean well = answers.stream().allMatch(answer -> answer.getStatus() == Status.UP);
        return new HealthReport(
                well ? Status.UP : Status.DOWN,
                answers.stream().map(HealthReport::line).toList());
    }

    private static Line line(HealthCheckResponse answer) {
        return new Line(answer.getName(), answer.getStatus(), answer.getData().orElse(Map.of()));
    }
}
