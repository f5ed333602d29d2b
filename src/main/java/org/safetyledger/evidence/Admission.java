package org.safetyledger.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Recorded;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.hazard.Hazard;
import org.safetyledger.hazard.HazardRepository;
import org.safetyledger.hazard.HazardStatus;
import org.safetyledger.inspection.Inspection;
import org.safetyledger.inspection.ProofRepository;
import org.safetyledger.rectification.RectificationTask;

/**
 * Which evidence an object takes now. What a closure rested on is not added to afterwards, and the same bytes show one
 * thing only.
 */
@ApplicationScoped
class Admission {
    private final ProofRepository proofs;
    private final HazardRepository hazards;
    private final Callers callers;

    Admission(ProofRepository proofs, HazardRepository hazards, Callers callers) {
        this.proofs = proofs;
        this.hazards = hazards;
        this.callers = callers;
    }

    void require(EvidenceDeclaration declared, Recorded subject) {
        if (subject instanceof Inspection visit
                && visit.isRecused(callers.current().subject())) {
            throw Refusal.at("subject", ErrorCode.OFFICER_RECUSED);
        }
        boolean lookBack = declared.stage() == EvidenceStage.LOOK_BACK;
        requireHandler(subject, lookBack);
        boolean closed = isClosed(subject);
        if (closed && !(lookBack && subject instanceof Hazard)) {
            throw Refusal.at("subject", ErrorCode.EVIDENCE_AFTER_CLOSURE);
        }
        if (lookBack && !closed) {
            throw Refusal.at(
                    "stage", ErrorCode.WRONG_STATE, String.valueOf(subject.state()), HazardStatus.CLOSED.name());
        }
        if (declared.stage() != EvidenceStage.OTHER && isShown(declared, hazardOf(subject))) {
            throw Refusal.at("sha256", ErrorCode.EVIDENCE_REUSED);
        }
    }

    /**
     * Whoever gave the hazard away, or has not accepted it yet, only reads, and looks back at it. What was never transferred is
     * shown by whoever handles it or found it.
     */
    private void requireHandler(Recorded subject, boolean lookBack) {
        UUID id = hazardOf(subject);
        Hazard hazard = id == null ? null : hazards.findById(id);
        if (hazard == null || (hazard.handling() == null && !lookBack)) {
            return;
        }
        Caller caller = callers.current();
        if (!hazard.isHandledBy(caller) && !(lookBack && hazard.liesWith(caller))) {
            throw Refusal.at("subject", ErrorCode.NOT_THE_HANDLER);
        }
    }

    private boolean isShown(EvidenceDeclaration declared, @Nullable UUID hazard) {
        UUID finding = declared.finding();
        return (hazard != null && proofs.isShownOfHazard(hazard, declared.sha256()))
                || (finding != null && proofs.isShownOfFinding(finding, declared.sha256()));
    }

    private static boolean isClosed(Recorded subject) {
        return switch (subject) {
            case Hazard hazard -> hazard.status() == HazardStatus.CLOSED;
            case RectificationTask task -> !task.isOpen();
            default -> false;
        };
    }

    private static @Nullable UUID hazardOf(Recorded subject) {
        return switch (subject) {
            case Hazard hazard -> hazard.id();
            case RectificationTask task -> task.hazardId();
            default -> null;
        };
    }
}
