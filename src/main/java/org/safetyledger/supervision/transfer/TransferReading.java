package org.safetyledger.supervision.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.hazard.HazardStatus;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.jurisdiction.graphql.DeadlineReading;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How transfers are read. */
@ApplicationScoped
class TransferReading implements ReadSource {
    private static final String STATE = "ledger_transfer_state($.status, $.kind, $.due_at, $.ended_at)";

    private static final String AWAITED = "(" + STATE + " in ('PROPOSED', 'APPROVED', 'PENDING', 'ARBITRATION'))";

    private static final String RECONSIDERABLE = "ledger_may_reconsider($.kind, $.status, $.reconsidered_at, $.due_at)";

    private static final String SILENT = "($.status = 'PENDING' and " + STATE + " = 'ACCEPTED')";

    private static final String FACTS = "jsonb_build_object('status', $.status, 'kind', $.kind, 'silent', " + SILENT
            + ", 'reconsiderable', " + RECONSIDERABLE + ","
            + " 'from', jsonb_build_object('division', $.from_division, 'department', $.from_department),"
            + " 'to', jsonb_build_object('division', $.to_division, 'department', $.to_department),"
            + " 'arbiters', $.arbiters, 'sentBySubject', $.sent_by_subject)";

    private final DeadlineReading deadlines;
    private final AvailableActions actions;
    private final ObjectMapper mapper;
    private final Clock clock;

    TransferReading(DeadlineReading deadlines, AvailableActions actions, ObjectMapper mapper, Clock clock) {
        this.deadlines = deadlines;
        this.actions = actions;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public List<ReadType> types() {
        return List.of(transfer());
    }

    private ReadType transfer() {
        return deadlines
                .addPresent(
                        ReadType.of(
                                "HazardTransfer",
                                "hazard_transfer",
                                "A hazard's way from one authority to another (移送). Seen by both, and by the authorities of its"
                                        + " place and trade; its enterprise sees none."),
                        AWAITED)
                .node(NodeType.HAZARD_TRANSFER)
                .choice("kind!", TransferKind.class, "What it is for.")
                .choiceOf("status!", STATE, TransferState.class, "State at the time of the request.")
                .truth(
                        "bySilence!",
                        "(" + SILENT + " or $.status = 'ACCEPTED' and $.answered_by is null)",
                        "Whether silence accepted it.")
                .integer("number!", "The how many-th of its kind it is of this hazard.")
                .text("basis!", "Its basis.")
                .text("reason!", "Why it was sent.")
                .text("materials", "What was handed over.")
                .text("contact!", "Whom to ask.")
                .text("sentBy!", "Name of who sent it.")
                .time("sentAt!", "When it was sent.")
                .text("answeredBy", "Name of who answered or decided; null until then, and where silence accepted.")
                .time("answeredAt", "When it was answered or decided.")
                .text("answer", "Why it was rejected, or decided so.")
                .time("endedAt", "When joint work ended, or what waited ended with its hazard.")
                .choice(
                        "endedWith",
                        HazardStatus.class,
                        "The end of the hazard with which it ended; null for what ended otherwise or goes on.")
                .text("decidedBy", "Of a suspected crime: name of who decided for the authority's head.")
                .time("decidedAt", "When that was decided.")
                .text("decision", "Why it was decided so.")
                .text("deliveredBy", "Of a suspected crime: name of who recorded the delivery to the police.")
                .time("deliveredAt", "When it was delivered to the police.")
                .text("delivery", "What shows that the police has it.")
                .time("reconsideredAt", "When the police, who had refused it, was asked to reconsider.")
                .text("reconsideration", "Why it was asked to.")
                .value(
                        "crimeClocks",
                        "case when $.crime_clocks is not null then jsonb_build_array($.crime_clocks, $.status, "
                                + RECONSIDERABLE + ") end",
                        CrimeClocksView.class,
                        this::crimeClocks,
                        "The clocks of a suspected crime; null for others.")
                .reference("hazard", "Hazard", "hazard_id", "The hazard; null when it is out of scope.")
                .reference(
                        "fromJurisdiction!", "Jurisdiction", "from_division", "code", "The jurisdiction of the sender.")
                .reference(
                        "fromDepartment",
                        "Department",
                        "from_department",
                        "code",
                        "The department that sent it; null where the government did.")
                .reference(
                        "toJurisdiction!", "Jurisdiction", "to_division", "code", "The jurisdiction of the receiver.")
                .reference(
                        "toDepartment",
                        "Department",
                        "to_department",
                        "code",
                        "The department that it was sent to; null where it was the government.")
                .reference(
                        "handlerJurisdiction",
                        "Jurisdiction",
                        "handler_division",
                        "code",
                        "The jurisdiction of who was decided to handle the hazard; null without such a decision.")
                .reference(
                        "handlerDepartment",
                        "Department",
                        "handler_department",
                        "code",
                        "The department that was decided to handle the hazard; null for a government.")
                .availableActions(actions.of(TransferVerb.values(), TransferVerb.Facts.class, FACTS))
                .integer("version!", "Version, for `expectedVersion`.")
                .root(
                        "transfer",
                        Permission.READ_TRANSFERS,
                        "One transfer of a hazard; null when it does not exist or is out of scope.")
                .list(list())
                .below("Hazard", "transfers", "hazard_id", "Its transfers that the caller may see.")
                .payload("TransferPayload", "transfer", "The transfer, or why the command was refused.");
    }

    private static ReadList list() {
        return ReadList.of(
                        "transfers",
                        Permission.READ_TRANSFERS,
                        "Transfers of hazards that the caller may see, latest first.")
                .descending("SENT_AT_DESC", "Latest first.", "sent_at timestamptz", "id uuid")
                .filter(
                        "transfers",
                        new Filter(
                                "status",
                                "TransferState",
                                TransferState.class,
                                "State at the time of the request.",
                                false,
                                (conditions, value, path) -> conditions.add(
                                        STATE.replace("$.", "t.") + " = :status", "status", value.toString())),
                        new Filter(
                                "direction",
                                "TransferDirection",
                                TransferDirection.class,
                                "Only those that the caller's authority sent, or that were sent to it.",
                                false,
                                (conditions, value, path) -> conditions.add(TransferDirection.valueOf(value.toString())
                                        .condition())),
                        Filter.choice("kind", TransferKind.class, "kind", "What for."),
                        Filter.truth(
                                "overdue",
                                "coalesce(" + AWAITED.replace("$.", "t.") + " and t.due_at < ledger_now(), false)",
                                "Whose answer or decision is overdue, or only the others."),
                        AreaFilters.subtree("Division code in whose subtree the hazards lie."),
                        Filter.node("hazardId", NodeType.HAZARD, "hazard_id", "Hazard."));
    }

    private CrimeClocksView crimeClocks(JsonNode stored, Caller caller) {
        return CrimeClocksView.of(
                mapper.convertValue(stored.get(0), CrimeClocks.class),
                TransferState.valueOf(stored.get(1).asText()),
                stored.get(2).asBoolean(),
                clock.instant());
    }
}
