package org.safetyledger.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Side;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/** The photos and videos that are there to prove one fix. */
public record Proofs(List<Proof> all) {
    /** Those that were added to the task; with null those that were added to no task. */
    public Proofs ofTask(@Nullable UUID task) {
        return new Proofs(
                all.stream().filter(proof -> Objects.equals(task, proof.task())).toList());
    }

    /** Refuses where nothing shows the state before the fix. */
    public Proofs requireBefore(String field) {
        if (all.stream().allMatch(Proof::after)) {
            throw Refusal.at(field, ErrorCode.EVIDENCE_REQUIRED, "BEFORE");
        }
        return this;
    }

    /**
     * Refuses where nothing shows the state after the fix.
     *
     * @param fixer the side that made the fix, or before which it was made: the others' pictures do not prove it
     * @param since when an earlier fix was found wanting, whose pictures do not prove the next one; null for the first
     */
    public void requireAfter(String field, Side fixer, @Nullable Instant since) {
        List<Proof> after = all.stream().filter(Proof::after).toList();
        if (after.isEmpty()) {
            throw Refusal.at(field, ErrorCode.EVIDENCE_REQUIRED, "AFTER");
        }
        List<Proof> own = after.stream().filter(proof -> proof.side() == fixer).toList();
        if (own.isEmpty()) {
            boolean enterprise = fixer == Side.ENTERPRISE;
            throw Refusal.at(
                    field, enterprise ? ErrorCode.ENTERPRISE_EVIDENCE_REQUIRED : ErrorCode.AUTHORITY_EVIDENCE_REQUIRED);
        }
        if (since != null && own.stream().noneMatch(proof -> proof.receivedAt().isAfter(since))) {
            throw Refusal.at(field, ErrorCode.NEW_EVIDENCE_REQUIRED);
        }
    }
}
