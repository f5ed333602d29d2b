package org.safetyledger.paper;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a paper is to say.
 *
 * @param inspectionId the visit that it is of; null for a notice of hazards
 * @param aboutId the paper that is checked again; null for others
 * @param things what is registered as evidence; empty on other papers than a preservation
 * @param urgency why that cannot wait for its approval; null where it waits, and for other papers
 */
record PaperDraft(
        UUID id,
        PaperKind kind,
        UUID enterpriseId,
        @Nullable UUID inspectionId,
        @Nullable UUID aboutId,
        @Nullable String remark,
        List<Problem> problems,
        List<Thing> things,
        @Nullable String urgency) {

    /**
     * One thing that it registers as evidence.
     *
     * @param place where it is kept
     * @param keeper who keeps it
     */
    record Thing(String name, String quantity, String place, String keeper) {}

    /**
     * One problem that it names.
     *
     * @param hazardId the hazard that it is; null where it is none
     * @param result what the re-check found of the problem with the same number; null on other papers
     */
    record Problem(
            @Nullable UUID hazardId,
            @Nullable String problem,
            @Nullable String place,
            @Nullable String demand,
            @Nullable Instant dueAt,
            @Nullable RecheckResult result,
            @Nullable String note) {}
}
