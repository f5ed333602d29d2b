package org.safetyledger.bench.spring;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** What the schema's types are made of. */
final class Rows {
    private Rows() {}

    record Hazard(
            UUID id,
            String title,
            String status,
            String grade,
            String source,
            String category,
            String place,
            OffsetDateTime dueAt,
            OffsetDateTime reportedAt,
            UUID enterpriseId,
            String divisionCode,
            UUID inspectionId) {}

    record Enterprise(UUID id, String name, String creditCode) {}

    record Jurisdiction(String code, String name) {}

    record Inspection(UUID id, String kind, String status, String plannedOn) {}

    record RectificationTask(UUID hazardId, String status, OffsetDateTime dueAt, String requirement) {}

    record TaskPage(List<RectificationTask> nodes) {}

    record HazardPage(int first, String county, Boolean open, String text) {}

    record Count(String key, int count) {}

    record Dashboard() {}

    record Report(UUID enterpriseId, String divisionCode, String industryCode, String title, String category) {}
}
