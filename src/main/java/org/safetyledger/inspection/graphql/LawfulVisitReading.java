package org.safetyledger.inspection.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Side;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.inspection.CheckKind;
import org.safetyledger.inspection.Companion;
import org.safetyledger.inspection.MergeProposal;
import org.safetyledger.inspection.OffSiteFirst;
import org.safetyledger.inspection.VisitRating;
import org.safetyledger.read.ReadType;

/** What makes a visit lawful: its kind and source, its approval, its entry, and what the enterprise says of it. */
@ApplicationScoped
class LawfulVisitReading {
    static final String APPROVAL_OVERDUE =
            "($.approved_at is null and $.approval_refused_at is null and coalesce($.approval_due_at < ledger_now(), false))";

    private static final String SUBJECTS =
            "array(select o.subject from inspection_officer o where o.inspection_id = $.id%s)";

    /** Visits of other authorities that have not started, within the days of the rule. */
    private static final String MERGEABLE =
            "case when $.check_kind is not null and $.source <> 'EMERGENCY' and $.started_at is null and $.merged_into_id is null then"
                    + " (select coalesce(jsonb_agg(to_jsonb(m)), '[]') from (select m.id, m.authority, m.planned_on from inspection m"
                    + " where m.enterprise_id = $.enterprise_id and m.id <> $.id and m.authority <> $.authority and m.source <> 'EMERGENCY'"
                    + " and m.started_at is null and m.merged_into_id is null and m.status <> 'CANCELLED'"
                    + " and abs(m.planned_on - $.planned_on) <= (select r.amount from limit_rule r where r.subject = 'MERGE_WITHIN'"
                    + " and r.valid_from <= ledger_today() and coalesce(r.valid_to, 'infinity') >= ledger_today()"
                    + " order by r.valid_from desc limit 1) order by m.planned_on, m.id limit 10) m) else '[]' end";

    private final ObjectMapper mapper;

    LawfulVisitReading(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    ReadType addTo(ReadType type) {
        return RecusalReading.addTo(entry(approval(type)))
                .value(
                        "rating",
                        "case when $.rated_at is not null then jsonb_build_object('score', $.rating_score, 'comment', $.rating_comment,"
                                + " 'at', $.rated_at, 'officers', " + SUBJECTS.formatted("") + ") end",
                        VisitRating.class,
                        LawfulVisitReading::rating,
                        "What the enterprise says of it; null where it says nothing, for systems, and for the visit's own officers, who"
                                + " are told only what is said of many (`visitRatings`).")
                .value(
                        "offSiteFirst",
                        "case when $.check_kind = 'DAILY' and $.source = 'PLAN' and $.started_at is null and $.status <> 'CANCELLED'"
                                + " then ledger_off_site_first($.enterprise_id, $.authority, $.planned_on) end",
                        OffSiteFirst.class,
                        LawfulVisitReading::offSiteFirst,
                        "What is missing before a DAILY check by plan that has not started: an off-site check (非现场检查) of the"
                                + " enterprise by its authority. A hint that bars nothing; null where nothing is missing, and told to"
                                + " authorities only.")
                .values(
                        "mergeProposals!",
                        10,
                        MERGEABLE,
                        MergeProposal.class,
                        LawfulVisitReading::proposals,
                        "Other authorities' visits to the enterprise with which it could be made together: by the limit rule"
                                + " MERGE_WITHIN, at most ten, as far as the caller sees them; told to authorities only.");
    }

    private static ReadType approval(ReadType type) {
        return type.choice("checkKind", CheckKind.class, "Kind of an enforcement visit; null for other visits.")
                .toldText(
                        "source",
                        "to_jsonb($.source)",
                        LawfulVisitReading::toAuthorities,
                        "Why an enforcement visit is made: a `VisitSource`. Told to authorities only: where a tip alone was kept"
                                + " back, its absence would tell of it.")
                .toldText(
                        "sourceReference",
                        "to_jsonb($.source_reference)",
                        LawfulVisitReading::toAuthorities,
                        "Number of the case for which it is made; told to authorities only.")
                .text(
                        "authority",
                        "Code of the department, else of the division, whose visit it is; null for self-checks.")
                .truth("counted!", "$.counted", "Whether it counts against the yearly cap, unless it was merged.")
                .text("approvedBy", "Name of the head who approved it.")
                .time("approvedAt", "When it was approved.")
                .text("approvalDocument", "Number of the approval's document.")
                .time("approvalDueAt", "By when an emergency is to be approved afterwards; null for other visits.")
                .truth(
                        "approvalOverdue!",
                        APPROVAL_OVERDUE,
                        "Whether that has passed without a decision, at the time of the request: then no papers are issued on it,"
                                + " and its authority goes on no other emergency.")
                .time("approvalRefusedAt", "When the head refused to approve it.")
                .text("approvalRefusal", "Why the head refused to approve it.");
    }

    private ReadType entry(ReadType type) {
        return type.toldText(
                        "entryCode",
                        "case when $.entry_code is not null then jsonb_build_object('code', $.entry_code, 'officers', "
                                + SUBJECTS.formatted(" and o.exclusion is null") + ") end",
                        (stored, caller) ->
                                isOfficer(stored, caller) ? stored.get("code").asText() : null,
                        "The code to be scanned at the gate; told to the visit's officers only.")
                .time("enteredAt", "When the code was scanned at the gate.")
                .time(
                        "deviceEnteredAt",
                        "When the code was scanned, by the clock of the device, which may be wrong; null when it was not sent.")
                .text("noScanReason", "Why it started without a scan.")
                .values(
                        "companions!",
                        InspectionCommands.MOST_COMPANIONS,
                        "$.companions",
                        Companion.class,
                        this::companions,
                        "Experts and assistants, who are no officers.");
    }

    private static @Nullable String toAuthorities(JsonNode stored, Caller caller) {
        return caller.side() == Side.AUTHORITY ? stored.asText() : null;
    }

    private static boolean isOfficer(JsonNode stored, Caller caller) {
        return StreamSupport.stream(stored.get("officers").spliterator(), false)
                .anyMatch(officer -> officer.asText().equals(caller.subject()));
    }

    private List<Companion> companions(JsonNode stored, Caller caller) {
        List<Companion> companions = mapper.convertValue(
                stored, mapper.getTypeFactory().constructCollectionType(List.class, Companion.class));
        return caller.side() == Side.AUTHORITY
                ? companions
                : companions.stream().map(Companion::withoutReason).toList();
    }

    private static @Nullable VisitRating rating(JsonNode stored, Caller caller) {
        if (caller.side() == Side.SYSTEM || isOfficer(stored, caller)) {
            return null;
        }
        Instant at = OffsetDateTime.parse(stored.get("at").asText()).toInstant();
        JsonNode comment = stored.get("comment");
        return new VisitRating(
                stored.get("score").asInt(), comment.isNull() ? null : comment.asText(), Times.local(at));
    }

    private static @Nullable OffSiteFirst offSiteFirst(JsonNode stored, Caller caller) {
        if (caller.side() != Side.AUTHORITY) {
            return null;
        }
        JsonNode last = stored.get("lastCheckedOn");
        return new OffSiteFirst(
                stored.get("withinDays").asInt(), last.isNull() ? null : LocalDate.parse(last.asText()));
    }

    private static List<MergeProposal> proposals(JsonNode stored, Caller caller) {
        List<MergeProposal> proposals = new ArrayList<>();
        if (caller.side() != Side.ENTERPRISE) {
            stored.forEach(visit -> proposals.add(new MergeProposal(
                    NodeId.text(
                            NodeType.INSPECTION, UUID.fromString(visit.get("id").asText())),
                    visit.get("authority").asText(),
                    LocalDate.parse(visit.get("planned_on").asText()))));
        }
        return proposals;
    }
}
