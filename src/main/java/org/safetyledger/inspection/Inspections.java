package org.safetyledger.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.Side;
import org.safetyledger.access.Verbs;
import org.safetyledger.audit.DeviceTime;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.party.PersonRepository;

/** Conducts inspections, from the notice to the completion. */
@ApplicationScoped
public class Inspections {
    private final InspectionRepository inspections;
    private final ChecklistRepository checklists;
    private final ProofRepository proofs;
    private final CampaignRepository campaigns;
    private final VisitStarts starts;
    private final PersonRepository people;
    private final Journal journal;
    private final Verbs verbs;
    private final Callers callers;
    private final Clock clock;

    Inspections(
            InspectionRepository inspections,
            ChecklistRepository checklists,
            ProofRepository proofs,
            CampaignRepository campaigns,
            VisitStarts starts,
            PersonRepository people,
            Journal journal,
            Verbs verbs,
            Callers callers,
            Clock clock) {
        this.inspections = inspections;
        this.checklists = checklists;
        this.proofs = proofs;
        this.campaigns = campaigns;
        this.starts = starts;
        this.people = people;
        this.journal = journal;
        this.verbs = verbs;
        this.callers = callers;
        this.clock = clock;
    }

    public Inspection notifyTarget(Target target) {
        Inspection inspection = lock(target, InspectionVerb.NOTIFY);
        inspection.notifyTarget(clock.instant());
        journal.record(inspection, "NOTIFIED");
        return inspection;
    }

    /**
     * @param byDevice when it started by the clock of the device; null when that was not told
     * @param noScanReason why the code was not scanned at the gate; null where it was
     */
    public Inspection start(Target target, @Nullable Instant byDevice, @Nullable String noScanReason) {
        Inspection inspection = lock(target, InspectionVerb.START);
        Instant now = clock.instant();
        DeviceTime.require(byDevice, now, "startedAt");
        Map<String, String> detail = new HashMap<>(DeviceTime.detail(byDevice, now));
        starts.require(inspection, byDevice, noScanReason, now, detail);
        inspection.start(callers.current(), byDevice, now);
        journal.record(inspection, "STARTED", detail);
        return inspection;
    }

    /**
     * Answers one item; a later answer replaces the earlier one until the record is finished.
     *
     * @param id made by the client for the answer of this item; null to have one made
     */
    public Inspection recordFinding(Target target, @Nullable UUID id, UUID itemId, Answer answer) {
        if (id != null && isRepeated(target.id(), id, itemId, answer)) {
            return get(target.id());
        }
        Inspection inspection = lock(target, InspectionVerb.RECORD_FINDING);
        ChecklistItem item = checklists
                .item(itemId)
                .filter(found -> found.checklistId().equals(inspection.checklistId()))
                .orElseThrow(() -> Refusal.at("itemId", ErrorCode.ITEM_NOT_IN_CHECKLIST));
        answer.requireConsistency();
        Instant now = clock.instant();
        DeviceTime.require(answer.byDevice(), now, "recordedAt");
        Finding finding = finding(inspection, id, item);
        if (finding.result() == FindingResult.NON_COMPLIANT && answer.result() != FindingResult.NON_COMPLIANT) {
            requireUnreported(finding.id());
        }
        if (answer.fixedOnSite()) {
            Side fixer = inspection.kind() == InspectionKind.SELF_CHECK ? Side.ENTERPRISE : Side.AUTHORITY;
            proofs.ofFinding(finding.id()).requireBefore("fixedOnSite").requireAfter("fixedOnSite", fixer, null);
        }
        finding.answer(answer, callers.current().subject(), now);
        inspections.getEntityManager().persist(finding);
        inspections.touch(inspection);
        Map<String, String> detail = recorded(finding, item);
        detail.putAll(DeviceTime.detail(answer.byDevice(), now));
        journal.record(inspection, "FINDING_RECORDED", detail);
        return inspection;
    }

    /** Whether the same caller gave the same answer before; an id of anything else is refused. */
    private boolean isRepeated(UUID inspection, UUID id, UUID itemId, Answer answer) {
        Finding earlier = inspections.finding(id).orElse(null);
        if (earlier == null) {
            return false;
        }
        if (!earlier.isOf(inspection, itemId)) {
            throw Refusal.at("id", ErrorCode.CLIENT_ID_REUSED);
        }
        return earlier.isAnswered(answer, callers.current().subject());
    }

    /** The item's finding: each item has one, whoever answers it again. */
    private Finding finding(Inspection inspection, @Nullable UUID id, ChecklistItem item) {
        Finding finding = inspections
                .finding(inspection.id(), item.id())
                .orElseGet(() -> new Finding(id == null ? NodeId.newUuid() : id, inspection.id(), item.id()));
        if (id != null && !finding.id().equals(id)) {
            throw Refusal.at("id", ErrorCode.ITEM_ALREADY_ANSWERED, NodeId.text(NodeType.FINDING, finding.id()));
        }
        return finding;
    }

    /** What was reported as a hazard stays a negative finding, unless that hazard turned out to be none of its own. */
    private void requireUnreported(UUID finding) {
        journal.hold(new NodeId(NodeType.FINDING, finding));
        if (inspections.isReported(finding)) {
            throw Refusal.at("result", ErrorCode.FINDING_ALREADY_REPORTED);
        }
    }

    private static Map<String, String> recorded(Finding finding, ChecklistItem item) {
        Map<String, String> detail = new HashMap<>(Map.of(
                "finding", NodeId.text(NodeType.FINDING, finding.id()),
                "item", Integer.toString(item.number()),
                "result", finding.result().name(),
                "fixedOnSite", Boolean.toString(finding.fixedOnSite())));
        if (finding.note() != null) {
            detail.put("note", finding.note());
        }
        if (finding.grade() != null) {
            detail.put("grade", finding.grade().name());
        }
        return detail;
    }

    public Inspection finishRecord(Target target) {
        Inspection inspection = lock(target, InspectionVerb.FINISH_RECORD);
        long unanswered = inspections.unanswered(inspection);
        if (unanswered > 0) {
            throw Refusal.at("id", ErrorCode.ITEMS_UNANSWERED, unanswered);
        }
        long unresolved = inspection.isAdvice() ? 0 : inspections.unresolved(inspection.id());
        if (unresolved > 0) {
            throw Refusal.at("id", ErrorCode.FINDING_UNRESOLVED, unresolved);
        }
        inspection.finishRecord();
        journal.record(inspection, "RECORD_FINISHED");
        return inspection;
    }

    /** How a record is signed, or why not, and when by the clock of the device. */
    public record Signature(
            @Nullable String signerName,
            @Nullable String refusalReason,
            @Nullable Instant byDevice) {}

    /** The target signs; an officer instead records that the target refused to, and why. */
    public Inspection sign(Target target, Signature signature) {
        Inspection inspection = lock(target, InspectionVerb.SIGN);
        Caller caller = callers.current();
        String refusalReason = signature.refusalReason();
        if (caller.ofEnterprise() && refusalReason != null) {
            throw Refusal.at("refusalReason", ErrorCode.NOT_AN_INSPECTION_OFFICER);
        }
        Instant now = clock.instant();
        DeviceTime.require(signature.byDevice(), now, "signedAt");
        Map<String, String> detail = new HashMap<>(DeviceTime.detail(signature.byDevice(), now));
        if (caller.ofEnterprise()) {
            String name = signer(inspection, signature, caller);
            inspection.sign(caller, name, signature.byDevice(), now);
            detail.put("signer", name);
            journal.record(inspection, "SIGNED", detail);
            return inspection;
        }
        if (refusalReason == null) {
            throw Refusal.at("refusalReason", ErrorCode.REFUSAL_REASON_REQUIRED);
        }
        inspection.recordRefusal(caller, refusalReason, signature.byDevice(), now);
        inspection.reportRefusal(now);
        detail.put("reason", refusalReason);
        journal.record(inspection, "SIGNATURE_REFUSED", detail);
        return inspection;
    }

    /** Whoever signs does so by a post of this enterprise, not by somebody else's. */
    private String signer(Inspection inspection, Signature signature, Caller caller) {
        String named = Objects.requireNonNullElse(signature.signerName(), caller.name());
        if (!named.equals(caller.name())
                && !people.isOfEnterprise(named, Objects.requireNonNull(inspection.enterpriseId()))) {
            throw Refusal.at("signerName", ErrorCode.SIGNER_NOT_OF_ENTERPRISE);
        }
        return named;
    }

    public Inspection issueFindings(Target target) {
        Inspection inspection = lock(target, InspectionVerb.ISSUE_FINDINGS);
        inspection.issueFindings();
        journal.record(inspection, "FINDINGS_ISSUED");
        return inspection;
    }

    public Inspection followUp(Target target) {
        Inspection inspection = lock(target, InspectionVerb.FOLLOW_UP_FINDINGS);
        inspection.followUp();
        journal.record(inspection, "FOLLOW_UP_STARTED");
        return inspection;
    }

    /** A visit that found something goes through its follow-up first. */
    public Inspection complete(Target target) {
        Inspection inspection = lock(target, InspectionVerb.COMPLETE);
        boolean issued = inspection.status() == InspectionStatus.FINDINGS_ISSUED;
        if (issued && !inspection.isAdvice() && inspections.unfixed(inspection.id()) > 0) {
            throw Refusal.wrongState(inspection.status(), List.of(InspectionStatus.FOLLOW_UP));
        }
        inspection.complete(clock.instant());
        journal.record(inspection, "COMPLETED");
        return inspection;
    }

    public Inspection cancel(Target target, String reason) {
        Inspection inspection = lock(target, InspectionVerb.CANCEL);
        inspection.cancel(reason);
        journal.record(inspection, "CANCELLED", Map.of("reason", reason));
        return inspection;
    }

    public Inspection abort(Target target, String reason) {
        Inspection inspection = lock(target, InspectionVerb.ABORT);
        inspection.abort(reason);
        inspection.reportRefusal(clock.instant());
        journal.record(inspection, "ABORTED", Map.of("reason", reason));
        return inspection;
    }

    private Inspection lock(Target target, InspectionVerb verb) {
        Inspection inspection = inspections.lock(target.id());
        target.requireVersion(inspection.version());
        List<InspectionOfficer> officers = verb.isForItsOfficers() ? inspections.officers(inspection) : List.of();
        UUID campaignId = verb == InspectionVerb.START ? inspection.campaignId() : null;
        if (campaignId != null) {
            journal.hold(new NodeId(NodeType.CAMPAIGN, campaignId));
        }
        Campaign campaign = campaignId == null ? null : campaigns.findById(campaignId);
        Refusal objection = objection(verb, inspection, surroundings(officers, campaign), callers.current());
        if (objection != null) {
            throw objection;
        }
        return inspection;
    }

    public Surroundings surroundings(Collection<InspectionOfficer> officers, @Nullable Campaign campaign) {
        boolean inWindow = campaign == null || campaign.covers(Times.day(clock.instant()));
        return new Surroundings(subjects(officers), inWindow, campaign == null || campaign.runs());
    }

    /** The officers as the subjects of their tokens. */
    private static List<@Nullable String> subjects(Collection<InspectionOfficer> officers) {
        return officers.stream()
                .<@Nullable String>map(InspectionOfficer::subject)
                .toList();
    }

    /**
     * Why the caller may not do this now; null when it may. A visit is conducted by the officers named for it, a
     * self-check by any manager of the enterprise; a visit of a campaign starts after the campaign's approval, in its window.
     */
    public @Nullable Refusal objection(
            InspectionVerb verb, InspectionFacts inspection, Surroundings around, Caller caller) {
        Refusal objection = verbs.objection(verb, inspection, caller);
        if (objection != null) {
            return objection;
        }
        boolean stranger = !caller.ofEnterprise() && !around.officers().contains(caller.subject());
        if (stranger && verb.isForItsOfficers()) {
            return Refusal.at("id", ErrorCode.NOT_AN_INSPECTION_OFFICER);
        }
        if (verb != InspectionVerb.START) {
            return null;
        }
        if (!around.approved()) {
            return Refusal.of(ErrorCode.CAMPAIGN_NOT_APPROVED);
        }
        return around.inWindow() ? null : Refusal.of(ErrorCode.CAMPAIGN_WINDOW_CLOSED);
    }

    /** Whether the caller may record what this visit finds, whatever its state: its officers, or whose self-check it is. */
    public boolean isConductedBy(Caller caller, Inspection inspection) {
        return caller.ofEnterprise()
                ? inspection.kind() == InspectionKind.SELF_CHECK
                : subjects(inspections.officers(inspection)).contains(caller.subject());
    }

    private Inspection get(UUID id) {
        return inspections.findByIdOptional(id).orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND));
    }
}
