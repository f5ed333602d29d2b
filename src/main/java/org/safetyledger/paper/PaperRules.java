package org.safetyledger.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.hazard.Hazard;
import org.safetyledger.inspection.Inspection;
import org.safetyledger.inspection.InspectionKind;
import org.safetyledger.inspection.InspectionRepository;
import org.safetyledger.inspection.InspectionStatus;
import org.safetyledger.inspection.Inspections;
import org.safetyledger.inspection.Recusals;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.jurisdiction.Deadlines;
import org.safetyledger.party.Enterprise;
import org.safetyledger.party.EnterpriseRepository;

/** What a paper of each kind needs before it may be made out. */
@ApplicationScoped
class PaperRules {
    /** Whether the latest re-check of the paper {@code p} found each problem put right. */
    static final String EXAMINED =
            "coalesce((select not exists (select from paper_item i where i.paper_id = r.id and i.result is distinct from 'DONE')"
                    + " from paper r where r.about_id = p.id and r.status <> 'WITHDRAWN'"
                    + " order by r.issued_at desc, r.id desc limit 1), false)";

    /** Who lets stopped work be resumed: whose paper {@code p} is, and once that was dissolved who checked it again. */
    static final String LIFTED_BY = "coalesce((select r.authority from department d join paper r on r.about_id = p.id"
            + " where d.code = p.authority and d.valid_to < ledger_today() and r.status <> 'WITHDRAWN'"
            + " order by r.issued_at desc, r.id desc limit 1), p.authority)";

    /** Whether stopped work was resumed on the re-check {@code p}. */
    static final String RELIED_ON = "exists (select from paper a where a.id = p.about_id and a.resumed_at is not null)";

    /** Whether the caller is one of the officers who conduct the visit of the paper {@code p}. */
    static final String CONDUCTED = "exists (select from inspection_officer o where o.inspection_id = p.inspection_id"
            + " and o.subject = current_setting('ledger.subject', true) and o.exclusion is null)";

    /** Whether the caller was recused from the visit of the paper {@code p}. */
    static final String RECUSED = "exists (select from inspection v where v.id = p.inspection_id"
            + " and current_setting('ledger.subject', true) = any(v.recused))";

    private final EntityManager entityManager;
    private final EnterpriseRepository enterprises;
    private final InspectionRepository inspections;
    private final Inspections conduct;
    private final Recusals recusals;
    private final Deadlines deadlines;

    PaperRules(
            EntityManager entityManager,
            EnterpriseRepository enterprises,
            InspectionRepository inspections,
            Inspections conduct,
            Recusals recusals,
            Deadlines deadlines) {
        this.entityManager = entityManager;
        this.enterprises = enterprises;
        this.inspections = inspections;
        this.conduct = conduct;
        this.recusals = recusals;
        this.deadlines = deadlines;
    }

    /** A problem, ready to be put on a paper. */
    @FunctionalInterface
    interface Item {
        PaperItem on(UUID paper, int number);
    }

    /**
     * A paper that may be made out.
     *
     * @param authority whose paper it is: the visit's, where who makes it out only visits
     * @param byVisitor whether who makes it out only visits, as a member of a campaign's group
     * @param authorityDivision that authority's division
     * @param byGrant whether it is beyond the powers of its issuer, who was handed a hazard there
     */
    record Checked(
            Enterprise enterprise,
            String authority,
            @Nullable String matter,
            boolean byVisitor,
            @Nullable String authorityDivision,
            boolean byGrant,
            List<PaperOfficer> officers,
            List<PaperRecusal> recusals,
            List<Item> items) {}

    Checked check(PaperDraft asked, Caller issuer, Instant now) {
        if (asked.kind().preserves() == asked.things().isEmpty()) {
            throw Refusal.at("kind", ErrorCode.THINGS_REQUIRED);
        }
        boolean visitor = isVisitor(asked, issuer);
        Enterprise enterprise = visitor
                ? enterprises.of(asked.enterpriseId())
                : enterprises.requireOrHandled(asked.enterpriseId(), "enterpriseId");
        Inspection visit = asked.inspectionId() == null ? null : visit(asked, issuer, now);
        if (visit == null && asked.kind() != PaperKind.HAZARD_NOTICE) {
            throw Refusal.at("inspectionId", ErrorCode.VISIT_REQUIRED);
        }
        String matter = visit == null ? ofHazards(asked) : visit.matter();
        boolean lies = issuer.covers(enterprise.divisionCode()) && issuer.supervises(enterprise.industryCode(), matter);
        // Things are no hazard that anybody handed over.
        if (!lies && !visitor && (asked.kind().preserves() || !isOfHandledHazards(asked, issuer))) {
            throw Refusal.at("enterpriseId", ErrorCode.OUTSIDE_POWERS);
        }
        if (asked.aboutId() != null && asked.kind() != PaperKind.RECHECK_OPINION) {
            throw Refusal.at("aboutId", ErrorCode.DEMAND_REQUIRED);
        }
        List<Item> items = asked.kind() == PaperKind.RECHECK_OPINION
                ? checkedAgain(asked, visit)
                : problems(asked, matter, issuer, now);
        String authority = visitor && visit != null ? visit.authority() : null;
        return new Checked(
                enterprise,
                authority == null ? issuer.authority() : authority,
                matter,
                visitor,
                visitor && visit != null ? visit.authorityDivision() : issuer.division(),
                !lies && !visitor,
                visit == null ? List.of() : officers(visit),
                visit == null
                        ? List.of()
                        : recusals.of(visit).stream().map(PaperRecusal::of).toList(),
                items);
    }

    private boolean isVisitor(PaperDraft asked, Caller issuer) {
        Inspection visit = asked.inspectionId() == null ? null : inspections.findById(asked.inspectionId());
        return visit != null && asked.enterpriseId().equals(visit.enterpriseId()) && visit.isVisitedBy(issuer);
    }

    /** The visit to that enterprise, which the caller conducts; an authority's papers are of enforcement. */
    private Inspection visit(PaperDraft asked, Caller issuer, Instant now) {
        Inspection visit = inspections
                .findByIdOptional(asked.inspectionId())
                .filter(found -> asked.enterpriseId().equals(found.enterpriseId()) && found.startedAt() != null)
                .orElseThrow(() -> Refusal.at("inspectionId", ErrorCode.REFERENCE_NOT_FOUND));
        if (visit.kind() != InspectionKind.ENFORCEMENT) {
            throw Refusal.at("inspectionId", ErrorCode.VISIT_REQUIRED);
        }
        if (!conduct.isConductedBy(issuer, visit)) {
            throw Refusal.at("inspectionId", ErrorCode.NOT_AN_INSPECTION_OFFICER);
        }
        if (visit.awaitsOfficer()) {
            throw Refusal.at("inspectionId", ErrorCode.TWO_OFFICERS_REQUIRED);
        }
        if (visit.lacksApproval(now)) {
            throw Refusal.at("inspectionId", ErrorCode.APPROVAL_OVERDUE);
        }
        if (asked.kind().preserves() && visit.status() != InspectionStatus.IN_PROGRESS) {
            throw Refusal.wrongState("inspectionId", visit.status(), InspectionStatus.IN_PROGRESS);
        }
        return visit;
    }

    /** Whether it is of nothing but hazards that were handed to the issuer, or checks again what its authority demanded. */
    private boolean isOfHandledHazards(PaperDraft asked, Caller issuer) {
        Paper earlier = asked.aboutId() == null ? null : entityManager.find(Paper.class, asked.aboutId());
        if (earlier != null && earlier.authority().equals(issuer.authority())) {
            return true;
        }
        Stream<@Nullable UUID> named = earlier == null
                ? asked.problems().stream().map(PaperDraft.Problem::hazardId)
                : items(earlier).stream().map(PaperItem::hazardId);
        return issuer.granted()
                && named.allMatch(id -> {
                    Hazard hazard = id == null ? null : entityManager.find(Hazard.class, id);
                    return hazard != null && hazard.isHandledBy(issuer);
                });
    }

    /** The matter of which all its hazards are; null where they are of several or of none. */
    private @Nullable String ofHazards(PaperDraft asked) {
        List<@Nullable String> matters = asked.problems().stream()
                .map(PaperDraft.Problem::hazardId)
                .filter(Objects::nonNull)
                .map(id -> entityManager.find(Hazard.class, id))
                .filter(Objects::nonNull)
                .map(Hazard::matter)
                .distinct()
                .toList();
        return matters.size() == 1 ? matters.getFirst() : null;
    }

    private List<PaperOfficer> officers(Inspection visit) {
        return inspections.officers(List.of(visit.id())).getOrDefault(visit.id(), List.of()).stream()
                .map(officer -> new PaperOfficer(officer.name(), officer.certificateNumber()))
                .toList();
    }

    private List<Item> problems(PaperDraft asked, @Nullable String matter, Caller issuer, Instant now) {
        List<Item> items = new ArrayList<>();
        Deadline latest = asked.kind() == PaperKind.INSTRUCTION ? deadlines.from(now, "PAPER_INSTRUCTION", "") : null;
        for (int i = 0; i < asked.problems().size(); i++) {
            PaperDraft.Problem said = asked.problems().get(i);
            String path = "problems." + i;
            Hazard hazard =
                    said.hazardId() == null ? null : hazard(asked, said.hazardId(), matter, issuer, path + ".hazardId");
            if (hazard == null && (said.problem() == null || asked.kind() == PaperKind.HAZARD_NOTICE)) {
                throw Refusal.at(
                        asked.kind() == PaperKind.HAZARD_NOTICE ? path + ".hazardId" : path + ".problem",
                        asked.kind() == PaperKind.HAZARD_NOTICE ? ErrorCode.HAZARD_REQUIRED : ErrorCode.TEXT_REQUIRED);
            }
            if (said.demand() == null) {
                throw Refusal.at(path + ".demand", ErrorCode.TEXT_REQUIRED);
            }
            requireDate(said.dueAt(), latest, now, path + ".dueAt");
            items.add((paper, number) -> PaperItem.of(paper, number, said, hazard));
        }
        return items;
    }

    private static void requireDate(@Nullable Instant dueAt, @Nullable Deadline latest, Instant now, String path) {
        if (dueAt == null) {
            if (latest != null) {
                throw Refusal.at(path, ErrorCode.DATE_REQUIRED);
            }
            return;
        }
        if (dueAt.isBefore(now)) {
            throw Refusal.at(path, ErrorCode.DEADLINE_IN_PAST);
        }
        if (latest != null && dueAt.isAfter(latest.dueAt())) {
            throw Refusal.at(path, ErrorCode.DEADLINE_TOO_LATE, Times.text(latest.dueAt()));
        }
    }

    /** An open hazard of the enterprise. One of another matter would be shown to those who do not supervise it. */
    private Hazard hazard(PaperDraft asked, UUID id, @Nullable String matter, Caller issuer, String path) {
        Hazard hazard = entityManager.find(Hazard.class, id);
        if (hazard == null || !asked.enterpriseId().equals(hazard.enterpriseId())) {
            throw Refusal.at(path, ErrorCode.REFERENCE_NOT_FOUND);
        }
        if (hazard.status().isEnd()) {
            throw Refusal.at(path, ErrorCode.HAZARD_NOT_OPEN);
        }
        if (matter != null && hazard.matter() != null && !matter.equals(hazard.matter())) {
            throw Refusal.at(path, ErrorCode.OUTSIDE_POWERS);
        }
        boolean found = asked.inspectionId() != null
                && asked.inspectionId().equals(hazard.inspectionId())
                && isVisitor(asked, issuer);
        if (!found && !hazard.isHandledBy(issuer)) {
            throw Refusal.at(path, ErrorCode.NOT_THE_HANDLER);
        }
        return hazard;
    }

    /** Each problem of the earlier paper once, in its order. The paper is held, so that it is not withdrawn meanwhile. */
    private List<Item> checkedAgain(PaperDraft asked, @Nullable Inspection visit) {
        Paper earlier = asked.aboutId() == null
                ? null
                : entityManager.find(Paper.class, asked.aboutId(), LockModeType.PESSIMISTIC_WRITE);
        if (earlier == null
                || !asked.enterpriseId().equals(earlier.enterpriseId())
                || !earlier.kind().demands()
                || !earlier.isServed()) {
            throw Refusal.at("aboutId", ErrorCode.DEMAND_REQUIRED);
        }
        if (visit == null || !isAfter(visit.startedAt(), earlier.servedAt())) {
            throw Refusal.at("inspectionId", ErrorCode.RECHECK_TOO_EARLY);
        }
        List<PaperItem> items = items(earlier);
        if (items.size() != asked.problems().size()) {
            throw Refusal.at("problems", ErrorCode.RESULT_REQUIRED, items.size());
        }
        List<Item> checked = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            PaperDraft.Problem found = asked.problems().get(i);
            PaperItem item = items.get(i);
            if (found.result() == null) {
                throw Refusal.at("problems." + i + ".result", ErrorCode.RESULT_REQUIRED, items.size());
            }
            checked.add((paper, number) -> item.checkedAgain(paper, found));
        }
        return checked;
    }

    /** The problems of a paper, in its order. */
    List<PaperItem> items(Paper paper) {
        return entityManager
                .createQuery("from PaperItem where paperId = :paper order by number", PaperItem.class)
                .setParameter("paper", paper.id())
                .getResultList();
    }

    private static boolean isAfter(@Nullable Instant started, @Nullable Instant served) {
        return started != null && served != null && started.isAfter(served);
    }

    /** A photo or video that an authority added of the enterprise since the paper was issued. */
    void requireProof(Paper paper, @Nullable UUID proof) {
        if (proof == null) {
            return;
        }
        List<?> found = entityManager
                .createNativeQuery("select 1 from evidence where id = :id and enterprise_id = :enterprise"
                        + " and side = 'AUTHORITY' and received_at >= :issued")
                .setParameter("id", proof)
                .setParameter("issued", paper.issuedAt())
                .setParameter("enterprise", paper.enterpriseId())
                .getResultList();
        if (found.isEmpty()) {
            throw Refusal.at("proofId", ErrorCode.REFERENCE_NOT_FOUND);
        }
    }
}
