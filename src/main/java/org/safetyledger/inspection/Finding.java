package org.safetyledger.inspection;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answer to one checklist item in one inspection. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class Finding {
    @Id
    private UUID id;

    private UUID inspectionId;
    private UUID itemId;

    @Enumerated(EnumType.STRING)
    private FindingResult result;

    private @Nullable String note;
    private boolean fixedOnSite;

    @Enumerated(EnumType.STRING)
    private @Nullable HazardGrade grade;

    private String recordedBy;
    private Instant recordedAt;
    private @Nullable Instant deviceRecordedAt;

    protected Finding() {}

    Finding(UUID id, UUID inspectionId, UUID itemId) {
        this.id = id;
        this.inspectionId = inspectionId;
        this.itemId = itemId;
    }

    /** Answers the item, again if need be, until the record is finished. */
    void answer(Answer answer, String recordedBy, Instant now) {
        this.result = answer.result();
        this.note = answer.note();
        this.fixedOnSite = answer.fixedOnSite();
        this.deviceRecordedAt = answer.byDevice();
        this.grade = answer.grade();
        this.recordedBy = recordedBy;
        this.recordedAt = now;
    }

    boolean isOf(UUID inspection, UUID item) {
        return inspectionId.equals(inspection) && itemId.equals(item);
    }

    boolean isAnswered(Answer answer, String by) {
        return answer.equals(new Answer(result, note, fixedOnSite, grade, deviceRecordedAt)) && recordedBy.equals(by);
    }

    public UUID id() {
        return id;
    }

    public UUID inspectionId() {
        return inspectionId;
    }

    public FindingResult result() {
        return result;
    }

    public @Nullable String note() {
        return note;
    }

    public boolean fixedOnSite() {
        return fixedOnSite;
    }

    public @Nullable HazardGrade grade() {
        return grade;
    }

    public String recordedBy() {
        return recordedBy;
    }
}
