package org.safetyledger.supervision.authority;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.inspection.FindingResult;

/** The answer to one checklist item in one visit to an authority. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class SupervisionFinding {
    @Id
    private UUID id;

    private UUID supervisionVisitId;
    private UUID itemId;

    @Enumerated(EnumType.STRING)
    private FindingResult result;

    private @Nullable String note;
    private String recordedBy;
    private Instant recordedAt;

    protected SupervisionFinding() {}

    SupervisionFinding(UUID visitId, UUID itemId) {
        this.id = NodeId.newUuid();
        this.supervisionVisitId = visitId;
        this.itemId = itemId;
    }

    /** Answers the item, again if need be, until the record is finished. */
    SupervisionFinding answer(FindingResult answer, @Nullable String said, Caller officer, Instant now) {
        result = answer;
        note = said;
        recordedBy = officer.name();
        recordedAt = now;
        return this;
    }

    boolean isProblemOf(SupervisionVisit visit) {
        return supervisionVisitId.equals(visit.id()) && result == FindingResult.NON_COMPLIANT;
    }
}
