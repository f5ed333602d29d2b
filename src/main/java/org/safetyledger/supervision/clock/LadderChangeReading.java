package org.safetyledger.supervision.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How changes of ladders are read. */
@ApplicationScoped
class LadderChangeReading implements ReadSource {
    private static final String FACTS =
            "jsonb_build_object('status', $.status, 'begun', $.valid_from <= ledger_today(), 'followed',"
                    + " exists (select from ladder_change f where f.status = 'DECIDED' and f.former_codes && $.codes))";

    private final AvailableActions actions;

    LadderChangeReading(AvailableActions actions) {
        this.actions = actions;
    }

    @Override
    public List<ReadType> types() {
        return List.of(ReadType.of(
                        "LadderChange",
                        "ladder_change",
                        "A decision that a ladder (升级规则调整) has other rungs from a day on. Seen by everybody in the area of whoever decided it.")
                .node(NodeType.LADDER_CHANGE)
                .choice("status!", LadderChange.Status.class, "State.")
                .text("subject", "Whose ladder it is; null for the ladder of all subjects that have none of their own.")
                .day("validFrom!", "First day on which the new rungs hold.")
                .text("document!", "Title of the document that decides it.")
                .text("documentNumber!", "Number of the document.")
                .text("reason!", "Why.")
                .texts("codes!", "codes", "Codes of the new rungs, which are among `escalationRules`, from the lowest.")
                .texts("formerCodes!", "former_codes", "Codes of the rungs that end the day before.")
                .time("changedAt!", "When it was decided.")
                .text("changedBy!", "Name of who decided it.")
                .time("withdrawnAt", "When it was withdrawn; null while it stands.")
                .text("withdrawnBy", "Name of who withdrew it.")
                .text("withdrawalReason", "Why it was withdrawn.")
                .time(
                        "takenUpAt",
                        "When the clocks that ran then were had go by it, or by what was before it where it was withdrawn; null until then.")
                .reference("jurisdiction!", "Jurisdiction", "division_code", "code", "Whose authority decided it.")
                .availableActions(actions.of(LadderChangeVerb.values(), LadderChangeVerb.Facts.class, FACTS))
                .integer("version!", "Version, for `expectedVersion`.")
                .root(
                        "ladderChange",
                        Permission.READ,
                        "One change of a ladder; null when it does not exist or is out of scope.")
                .list(ReadList.of("ladderChanges", Permission.READ, "Changes of ladders, latest first.")
                        .descending("CHANGED_AT", "Latest first.", "changed_at timestamptz", "id uuid")
                        .filter(
                                "ladder changes",
                                Filter.choice("status", LadderChange.Status.class, "status", "State."),
                                Filter.code("subject", "subject", "Whose own ladder.")))
                .payload("LadderChangePayload", "ladderChange", "The change, or why the command was refused."));
    }
}
