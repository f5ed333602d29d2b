package org.safetyledger.hazard;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.DeviceTime;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.inspection.ProofRepository;

/** What enterprises tell their workers and neighbours of their hazards. */
@ApplicationScoped
public class HazardNotifications {
    private final HazardRepository hazards;
    private final ProofRepository proofs;
    private final LockedObjects objects;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    HazardNotifications(
            HazardRepository hazards,
            ProofRepository proofs,
            LockedObjects objects,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.hazards = hazards;
        this.proofs = proofs;
        this.objects = objects;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    public HazardNotification record(UUID id, UUID hazardId, HazardNotification.Told told) {
        Hazard hazard =
                hazards.findByIdOptional(hazardId).orElseThrow(() -> Refusal.at("hazardId", ErrorCode.NOT_FOUND));
        if (hazard.status() == HazardStatus.REJECTED || hazard.status() == HazardStatus.DUPLICATE) {
            throw Refusal.wrongState("hazardId", hazard.status(), HazardStatus.CONFIRMED);
        }
        Instant now = clock.instant();
        DeviceTime.require(told.at(), now, "notifiedAt");
        if (told.at().isBefore(hazard.discoveredAt())) {
            throw Refusal.at("notifiedAt", ErrorCode.NOTIFIED_BEFORE_DISCOVERY, Times.text(hazard.discoveredAt()));
        }
        requireFittingMeans(told);
        if (told.evidence() != null && !proofs.isOfHazard(hazardId, told.evidence())) {
            throw Refusal.at("evidenceId", ErrorCode.REFERENCE_NOT_FOUND);
        }
        HazardNotification notification = new HazardNotification(id, hazard, told, callers.current(), now);
        Map<String, String> detail = new HashMap<>(DeviceTime.detail(told.at(), now));
        detail.put("hazard", NodeId.text(NodeType.HAZARD, hazardId));
        detail.put("audience", told.audience().name());
        detail.put("means", told.means().name());
        journal.begin(notification, "RECORDED", detail);
        return notification;
    }

    /** What is reported to a congress is said there or handed in; a board is for the workers. */
    private static void requireFittingMeans(HazardNotification.Told told) {
        boolean fits =
                told.means() == HazardNotificationMeans.MEETING || told.means() == HazardNotificationMeans.WRITTEN;
        if (told.audience() == HazardNotificationAudience.WORKERS_CONGRESS && !fits) {
            throw Refusal.at("means", ErrorCode.MEANS_DO_NOT_FIT);
        }
    }

    public HazardNotification withdraw(Target target, String reason) {
        HazardNotification notification =
                objects.lock(HazardNotification.class, target, HazardNotificationVerb.WITHDRAW);
        notification.withdraw(reason, clock.instant());
        journal.record(notification, "WITHDRAWN", Map.of("reason", reason));
        return notification;
    }
}
