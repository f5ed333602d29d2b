package org.safetyledger.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How things are read that are preserved as evidence. */
@ApplicationScoped
class PreservationReading implements ReadSource {
    /** Whether the time for the decision, or for the approval afterwards, has passed, or the head has refused it. */
    private static final String OVER =
            "($.approval_refused_at is not null or $.approved_at is null and coalesce($.approval_due_at < ledger_now(), false)"
                    + " or coalesce($.decision_due_at < ledger_now(), false))";

    private static final String LAPSED = "(coalesce($.undecided_things > 0, false) and " + OVER + ")";

    /** What the guards look at. */
    static final String FACTS =
            "jsonb_build_object('authorityDivision', $.authority_division, 'approved', $.approved_at is not null,"
                    + " 'urgent', $.urgency is not null, 'refused', $.approval_refused_at is not null,"
                    + " 'undecided', coalesce($.undecided_things, 0), 'late', " + OVER
                    + ", 'lapseNoted', $.lapse_noted_at is not null)";

    @Override
    public List<ReadType> types() {
        return List.of(thing());
    }

    /** What a preservation has beyond other papers. */
    static ReadType addTo(ReadType type) {
        return type.members(
                        "things!",
                        "PreservedThing",
                        "paper_id",
                        "id",
                        50,
                        List.of("number"),
                        "The things that it registers as evidence, in order; none on papers of other kinds.")
                .text("approvedBy", "Name of the head who approved that the things are preserved.")
                .time("approvedAt", "When the head approved it; a preservation is not served before, but in urgency.")
                .text(
                        "urgency",
                        "Why it could not wait for the head's approval (情况紧急): then it is approved afterwards; null for others.")
                .time(
                        "approvalDueAt",
                        "By when it is to be approved afterwards: from its service on by the deadline rule PRESERVATION_APPROVAL; null"
                                + " for others.")
                .time("approvalRefusedAt", "When the head refused to approve it afterwards.")
                .text("approvalRefusal", "Why the head refused to approve it afterwards.")
                .time(
                        "decisionDueAt",
                        "By when each of its things is to be decided: from its service on by the deadline rule"
                                + " PRESERVATION_DECISION; null for other papers.")
                .integer("undecidedThings", "How many of its things are not decided; null for other papers.")
                .truth(
                        "lapsed!",
                        LAPSED,
                        "Whether the time for the decision, or for the approval afterwards, had passed with something undecided at the time"
                                + " of the request, or that approval was refused: then what is not decided is free by law.")
                .text("lapseNotedBy", "Name of who noted that it lapsed and what was not decided was given back.")
                .time("lapseNotedAt", "When that was noted.");
    }

    static Filter undecided() {
        return Filter.truth(
                "undecided",
                "(t.undecided_things > 0 and t.status <> 'WITHDRAWN')",
                "Preservations of which something is undecided, or the others.");
    }

    private static ReadType thing() {
        return ReadType.of(
                        "PreservedThing",
                        "preserved_thing",
                        "A thing that is registered as evidence, and what was decided of it.")
                .integer("number!", "Its number on the paper.")
                .text("name!", "What it is.")
                .text("quantity!", "How much or how many, with its number or batch.")
                .text("place!", "Where it is kept.")
                .toldText(
                        "keeper",
                        "to_jsonb($.keeper)",
                        (stored, caller) -> caller.readsPersonalData() ? stored.asText() : null,
                        "Who keeps it; null for integrations without the scope `personal-data`.")
                .choice("decision", ThingDecision.class, "What was decided of it; null before.")
                .text("decisionReason", "Why.")
                .text("decidedBy", "Name of who decided it.")
                .time("decidedAt", "When it was decided.");
    }
}
