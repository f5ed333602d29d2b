package org.safetyledger.party;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.jurisdiction.graphql.DeadlineReading;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How decisions about regulators are read, and what waits for one. */
@ApplicationScoped
class RegulatorReading implements ReadSource {
    private static final String INDUSTRY_SAID =
            "Section or division of GB/T 4754-2017; null where it is a kind of venue.";
    private static final String VENUE_SAID = "Code of a kind of venue; null where it is a trade.";

    private static final String ACTING =
            "(select coalesce(jsonb_agg(jsonb_build_object('name', a.holder_name, 'title', a.holder_title)"
                    + " order by a.valid_from, a.id), '[]') from (select * from responsibility_assignment r"
                    + " where r.division_code = $.division_code and r.party = 'TERRITORIAL' and r.enterprise_id is null"
                    + " and r.valid_from <= ledger_today() and (r.valid_to is null or r.valid_to >= ledger_today())"
                    + " order by r.valid_from, r.id limit 10) a)";

    private final DeadlineReading deadlines;

    RegulatorReading(DeadlineReading deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public List<ReadType> types() {
        return List.of(decision(), undetermined());
    }

    /** Who acts until the government has decided. */
    @RegisterForReflection
    @Type("ActingHolder")
    @Description(
            "Who holds the territorial responsibility (属地责任) of a place, and acts until its government has decided.")
    record ActingHolder(
            @Description("Name.") String name,

            @Description("Title of the post.") String title) {}

    private static ReadType decision() {
        return ReadType.of(
                        "RegulatorDecision",
                        "regulator_decision",
                        "The decision of a government which of its departments regulates a trade or a kind of venue (Work Safety"
                                + " Law, article 10). Seen by everybody of its place.")
                .node(NodeType.REGULATOR_DECISION)
                .text("industry", "industry_code", INDUSTRY_SAID)
                .label("industry", "Industry", "industry_code")
                .text("venueType", VENUE_SAID)
                .label("venueType", "VenueType", "venue_type")
                .text("departmentName!", "Name of the department when it was decided.")
                .text("reason!", "Reason.")
                .text("documentNumber!", "Number of the document.")
                .text("decidedBy!", "Name of the leader who recorded it.")
                .time("recordedAt!", "When it was recorded.")
                .day("validFrom!", "The day on which it was decided, from which it holds.")
                .day("validTo", "Last day; null until another decision follows.")
                .reference(
                        "jurisdiction!", "Jurisdiction", "division_code", "code", "The place whose government decided.")
                .reference("department!", "Department", "department_code", "code", "The department that regulates.")
                .integer("version!", "Version.")
                .root(
                        "regulatorDecision",
                        Permission.READ,
                        "One decision; null when it does not exist or is out of scope.")
                .list(ReadList.of(
                                "regulatorDecisions",
                                Permission.READ,
                                "Decisions of the caller's area and of the places above it, latest first.")
                        .descending("VALID_FROM", "Latest first.", "valid_from date", "id uuid")
                        .filter(
                                "regulator decisions",
                                AreaFilters.subtree("Division code in whose subtree they were made."),
                                Filter.code("industry", "industry_code", "Code of the trade, as it was decided."),
                                Filter.code("venueType", "venue_type", "Code of the kind of venue."),
                                Filter.validOn("Only decisions that hold on this day.")))
                .payload("RegulatorDecisionPayload", "regulatorDecision", "The decision, or why there is none.");
    }

    private ReadType undetermined() {
        return deadlines
                .addPresent(ReadType.of(
                        "UndeterminedRegulator",
                        "undetermined_regulator",
                        "A trade or a kind of venue of a county's enterprises that no department regulates"
                                + " (REGULATOR_UNDETERMINED): its government has to decide until the end of the clock. Meanwhile the"
                                + " territorial holder acts, and general supervision coordinates. Seen by the authorities of the"
                                + " place."))
                .node(NodeType.UNDETERMINED_REGULATOR)
                .text("industry", "industry_code", INDUSTRY_SAID)
                .label("industry", "Industry", "industry_code")
                .text("venueType", VENUE_SAID)
                .label("venueType", "VenueType", "venue_type")
                .time("enteredAt!", "When it was found that nobody regulates it.")
                .time("settledAt", "When a department was there; null while it is undetermined.")
                .count(
                        "enterpriseCount!",
                        "ledger_unregulated($.division_code, $.industry_code, $.venue_type)::int",
                        "How many enterprises it concerns, of those that the caller sees: `enterprises` with"
                                + " `undeterminedRegulatorId` lists them.")
                .values(
                        "actingHolders!",
                        10,
                        ACTING,
                        ActingHolder.class,
                        (stored, caller) -> holders(stored),
                        "Who acts meanwhile: the present holders of the territorial responsibility, at most 10.")
                .reference("jurisdiction!", "Jurisdiction", "division_code", "code", "The county.")
                .reference(
                        "decision",
                        "RegulatorDecision",
                        "decision_id",
                        "The decision that settled it; null where a department got the duty otherwise.")
                .integer("version!", "Version.")
                .root(
                        "undeterminedRegulator",
                        Permission.READ_RESPONSIBILITY_GAPS,
                        "One entry of the queue; null when it does not exist or is out of scope.")
                .list(ReadList.of(
                                "undeterminedRegulators",
                                Permission.READ_RESPONSIBILITY_GAPS,
                                "The queue REGULATOR_UNDETERMINED of the caller's area, the longest waiting first.")
                        .ascending("ENTERED_AT", "The longest waiting first.", "entered_at timestamptz", "id uuid")
                        .filter(
                                "undetermined regulators",
                                Filter.truth(
                                        "undetermined", "t.settled_at is null", "Which are so still, or not any more."),
                                Filter.truth(
                                        "overdue",
                                        "coalesce(t.due_at < ledger_now(), false)",
                                        "Whose clock has run out."),
                                AreaFilters.subtree("Division code in whose subtree they are."),
                                Filter.code("industry", "industry_code", "Code of the trade."),
                                Filter.code("venueType", "venue_type", "Code of the kind of venue.")));
    }

    private static List<ActingHolder> holders(JsonNode stored) {
        List<ActingHolder> holders = new ArrayList<>();
        stored.forEach(holder -> holders.add(new ActingHolder(
                holder.get("name").asText(), holder.get("title").asText())));
        return holders;
    }
}
