package org.safetyledger.inspection.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.inspection.RecusalStatus;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How it is read that an officer was asked to withdraw from a visit, and that its target refused something. */
@ApplicationScoped
class RecusalReading implements ReadSource {
    @Override
    public List<ReadType> types() {
        return List.of(recusal());
    }

    /** What is asked and reported of a visit. */
    static ReadType addTo(ReadType type) {
        return type.members(
                        "recusals!",
                        "Recusal",
                        "inspection_id",
                        "id",
                        20,
                        List.of("asked_at", "person_id"),
                        "That officers withdraw, as the enterprise asked, in order.")
                .truth(
                        "awaitsOfficer!",
                        "$.awaits_officer",
                        "Whether too few officers are left since one was recused: another is to be named before what takes two.")
                .time(
                        "refusalReportedAt",
                        "When it was reported to the authority's head that the target refused to sign, or that the visit was broken"
                                + " off, as when access is refused (Work Safety Law art. 68); null where nothing was.")
                .text("refusalNotedBy", "Name of the head who took note of it.")
                .time("refusalNotedAt", "When the head took note of it.");
    }

    static Filter recusalToDecide() {
        return Filter.truth(
                "recusalToDecide",
                "exists (select from recusal c where c.inspection_id = t.id and c.status = 'ASKED')",
                "In which it was asked that an officer withdraws and nobody has decided, or the others.");
    }

    static Filter awaitsOfficer() {
        return Filter.truth(
                "awaitsOfficer",
                "t.awaits_officer",
                "Which wait for another officer for one who was recused, or the others.");
    }

    static Filter refusalToNote() {
        return Filter.truth(
                "refusalToNote",
                "(t.refusal_reported_at is not null and t.refusal_noted_at is null)",
                "Whose head has not taken note of what the target refused, or the others.");
    }

    private static ReadType recusal() {
        return ReadType.of(
                        "Recusal",
                        "recusal",
                        "That an enterprise asked for an officer of a visit to withdraw (申请回避), and how the head decided.")
                .idOf("personId!", "person_id", NodeType.PERSON, "Id of the officer, by which commands name him.")
                .text("officer!", "Name of the officer.")
                .choice("status!", RecusalStatus.class, "What became of it.")
                .text("reason!", "Why it was asked.")
                .toldText(
                        "askedBy",
                        "to_jsonb($.asked_by)",
                        (stored, caller) -> caller.readsPersonalData() ? stored.asText() : null,
                        "Name of who asked; null for integrations without the scope `personal-data`.")
                .time("askedAt!", "When it was asked.")
                .text("decisionReason", "Why the head decided so; null before.")
                .text("decidedBy", "Name of the head who decided.")
                .time("decidedAt", "When it was decided.");
    }
}
