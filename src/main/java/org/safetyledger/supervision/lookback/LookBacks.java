package org.safetyledger.supervision.lookback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.Verbs;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.Form;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.hazard.Hazard;
import org.safetyledger.hazard.HazardRepository;
import org.safetyledger.hazard.HazardStatus;
import org.safetyledger.hazard.Hazards;
import org.safetyledger.inspection.Campaign;
import org.safetyledger.inspection.CampaignStatus;
import org.safetyledger.inspection.HazardGrade;
import org.safetyledger.jurisdiction.DivisionRepository;
import org.safetyledger.jurisdiction.LimitRule;
import org.safetyledger.jurisdiction.Limits;
import org.safetyledger.supervision.draw.Announcement;
import org.safetyledger.supervision.draw.Lot;
import org.safetyledger.supervision.draw.OpenAnnouncements;

/** What is done with look-backs and their checks. */
@ApplicationScoped
class LookBacks {
    private final LookBackTables tables;
    private final OpenAnnouncements announcements;
    private final LockedObjects objects;
    private final HazardRepository hazards;
    private final Hazards decisions;
    private final EntityManager entityManager;
    private final DivisionRepository divisions;
    private final Limits limits;
    private final Verbs verbs;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    LookBacks(
            LookBackTables tables,
            OpenAnnouncements announcements,
            LockedObjects objects,
            HazardRepository hazards,
            Hazards decisions,
            EntityManager entityManager,
            DivisionRepository divisions,
            Limits limits,
            Verbs verbs,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.tables = tables;
        this.announcements = announcements;
        this.objects = objects;
        this.hazards = hazards;
        this.decisions = decisions;
        this.entityManager = entityManager;
        this.divisions = divisions;
        this.limits = limits;
        this.verbs = verbs;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    LookBack announce(Form form) {
        Instant now = clock.instant();
        LocalDate today = Times.day(now);
        Caller caller = callers.current();
        LookBack.Scope scope = scope(form, today);
        LookBack lookBack =
                new LookBack(form.newId(), form.text("title"), scope, Announcement.of(form, caller, now), caller);
        int most = limits.on(today, "DRAW_POOL", "HAZARD").amount();
        ClosedHazards closed = tables.closed(scope, caller, most + 1);
        if (closed.hazards().isEmpty()) {
            throw Refusal.at("closedFrom", ErrorCode.POOL_TOO_SMALL, 0);
        }
        if (closed.hazards().size() > most) {
            throw Refusal.at("closedFrom", ErrorCode.POOL_TOO_LARGE, most);
        }
        LimitRule general = share(today, HazardGrade.GENERAL);
        LimitRule major = share(today, HazardGrade.MAJOR);
        lookBack.announce(closed, general.amount(), major.amount());
        announcements.requireNone(NodeType.LOOK_BACK, caller.authority());
        journal.begin(
                lookBack,
                "ANNOUNCED",
                Map.of("pool", lookBack.poolHash(), "rules", general.code() + ", " + major.code()));
        tables.keep(lookBack, closed);
        return lookBack;
    }

    private LimitRule share(LocalDate today, HazardGrade grade) {
        return limits.on(today, "LOOK_BACK_SHARE", grade.name());
    }

    private LookBack.Scope scope(Form form, LocalDate today) {
        Caller caller = callers.current();
        String given = form.textOrNull("jurisdiction");
        String area = given == null ? caller.division() : divisions.requireValid(given, today, "jurisdiction");
        if (!caller.covers(area)) {
            throw Refusal.at("jurisdiction", ErrorCode.OUTSIDE_JURISDICTION);
        }
        LocalDate from = form.day("closedFrom");
        LocalDate to = form.day("closedTo");
        if (to.isBefore(from)) {
            throw Refusal.at("closedTo", ErrorCode.END_BEFORE_START);
        }
        UUID campaign = form.idOrNull("campaignId");
        if (campaign != null) {
            requireInLookBack(campaign);
        }
        return new LookBack.Scope(area, from, to, campaign);
    }

    private void requireInLookBack(UUID id) {
        Campaign campaign = entityManager.find(Campaign.class, id);
        if (campaign == null) {
            throw Refusal.at("campaignId", ErrorCode.REFERENCE_NOT_FOUND);
        }
        if (!campaign.state().equals(CampaignStatus.LOOK_BACK.name())) {
            throw Refusal.at("campaignId", ErrorCode.WRONG_STATE, campaign.state(), CampaignStatus.LOOK_BACK.name());
        }
    }

    LookBack witness(Form form) {
        LookBack lookBack = objects.lock(LookBack.class, form.target(), LookBackVerb.WITNESS);
        String action = lookBack.announcement().isWitnessed() ? "VALUE_CORRECTED" : "WITNESSED";
        journal.record(lookBack, action, lookBack.announcement().witness(form, callers.current(), clock.instant()));
        return lookBack;
    }

    LookBack draw(Form form) {
        LookBack lookBack = objects.lock(LookBack.class, form.target(), LookBackVerb.DRAW);
        Instant now = clock.instant();
        ClosedHazards pool = tables.pool(lookBack);
        if (!pool.hash().equals(lookBack.poolHash())) {
            throw Refusal.at("id", ErrorCode.POOL_CHANGED);
        }
        Lot lot = lookBack.announcement().reveal(form, callers.current(), now);
        lookBack.draw();
        journal.record(lookBack, "DRAWN", Map.of("seed", lot.seed(), "publicValue", lot.publicValue()));
        begin(lookBack, pool.sample(lookBack, lot), now);
        return lookBack;
    }

    private void begin(LookBack lookBack, List<UUID> sample, Instant now) {
        Map<UUID, Hazard> sampled = tables.hazards(sample, callers.current());
        if (sampled.size() < sample.size()) {
            throw Refusal.at("id", ErrorCode.POOL_CHANGED);
        }
        Map<UUID, String> closers = tables.closers(sample);
        for (int i = 0; i < sample.size(); i++) {
            UUID id = sample.get(i);
            Hazard hazard = Objects.requireNonNull(sampled.get(id));
            LookBackCheck check = new LookBackCheck(lookBack, i + 1, hazard, closers.getOrDefault(id, ""), now);
            journal.begin(check, "SAMPLED", Map.of("lookBack", NodeId.text(NodeType.LOOK_BACK, lookBack.id())));
        }
    }

    LookBack cancel(Form form) {
        LookBack lookBack = objects.lock(LookBack.class, form.target(), LookBackVerb.CANCEL);
        Map<String, String> why = lookBack.announcement().withdraw(form, callers.current(), clock.instant());
        lookBack.cancel();
        journal.record(lookBack, "CANCELLED", why);
        return lookBack;
    }

    /** What did not hold is reopened in the same transaction, by whoever looked: also what others handle. */
    LookBackCheck record(Form form) {
        Hazard hazard = hazards.lock(seen(form.target()).hazardId(), "id");
        LookBackCheck check = lock(form.target(), hazard);
        boolean held = form.truth("held");
        UUID proof = form.idOrNull("proofId");
        String note = held ? form.textOrNull("note") : form.requiredText("note");
        requireProof(check, held, proof);
        check.record(held, proof, note, callers.current(), clock.instant());
        journal.record(check, check.state(), told(proof, note));
        if (!held) {
            decisions.fallBack(hazard, String.valueOf(note));
        }
        return check;
    }

    private void requireProof(LookBackCheck check, boolean held, @Nullable UUID proof) {
        if (proof == null ? held : !tables.isProof(proof, check)) {
            throw Refusal.at("proofId", ErrorCode.EVIDENCE_REQUIRED, "LOOK_BACK");
        }
    }

    private static Map<String, String> told(@Nullable UUID proof, @Nullable String note) {
        Map<String, String> detail = new HashMap<>();
        if (proof != null) {
            detail.put("proof", NodeId.text(NodeType.EVIDENCE, proof));
        }
        if (note != null) {
            detail.put("note", note);
        }
        return detail;
    }

    private LookBackCheck seen(Target target) {
        LookBackCheck seen = entityManager.find(LookBackCheck.class, target.id());
        if (seen == null) {
            throw Refusal.at("id", ErrorCode.NOT_FOUND);
        }
        return seen;
    }

    /** The check, held after its hazard, which has to be closed. */
    private LookBackCheck lock(Target target, Hazard hazard) {
        LookBackCheck seen = seen(target);
        entityManager.refresh(seen, LockModeType.PESSIMISTIC_WRITE);
        target.requireVersion(seen.version());
        verbs.require(
                LookBackCheckVerb.RECORD,
                new LookBackCheckVerb.Facts(seen.status(), tables.involved(seen)),
                callers.current());
        if (hazard.status() != HazardStatus.CLOSED) {
            throw Refusal.wrongState("id", hazard.status(), HazardStatus.CLOSED);
        }
        return seen;
    }
}
