package org.safetyledger.rule;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How changes of rules are read. */
@ApplicationScoped
class RuleChangeReading implements ReadSource {
    private static final String FACTS =
            "jsonb_build_object('status', $.status, 'begun', $.valid_from <= ledger_today(), 'followed',"
                    + " exists (select from rule_change f where f.kind = $.kind and f.former_code = $.code and f.status = 'DECIDED'))";

    private final AvailableActions actions;

    RuleChangeReading(AvailableActions actions) {
        this.actions = actions;
    }

    @Override
    public List<ReadType> types() {
        return List.of(ReadType.of(
                        "RuleChange",
                        "rule_change",
                        "A decision that a rule (规则调整) has another number from a day on. Seen by everybody in the area of"
                                + " whoever decided it.")
                .node(NodeType.RULE_CHANGE)
                .choice("status!", RuleChange.Status.class, "State.")
                .choice("kind!", RuleKind.class, "Whether it is a time limit, another number or a duty.")
                .text("subject!", "What the rule limits.")
                .text("appliesTo", "The grade or other case that the rule is for; null for any.")
                .integer("amount!", "The new number.")
                .choice("unit!", RuleUnit.class, "What the new number counts.")
                .day("validFrom!", "First day on which it holds.")
                .text("document!", "Title of the document that decides it.")
                .text("documentNumber!", "Number of the document.")
                .text("reason!", "Why.")
                .text("code!", "Code of the new rule.")
                .text(
                        "formerCode",
                        "Code of the rule that ends the day before; null where the case had no rule of its own.")
                .integer("formerAmount", "The number until then.")
                .choice("formerUnit", RuleUnit.class, "What the number until then counts.")
                .time("changedAt!", "When it was decided.")
                .text("changedBy!", "Name of who decided it.")
                .time("withdrawnAt", "When it was withdrawn; null while it stands.")
                .text("withdrawnBy", "Name of who withdrew it.")
                .text("withdrawalReason", "Why it was withdrawn.")
                .reference("jurisdiction!", "Jurisdiction", "division_code", "code", "Whose authority decided it.")
                .availableActions(actions.of(RuleChangeVerb.values(), RuleChangeVerb.Facts.class, FACTS))
                .integer("version!", "Version, for `expectedVersion`.")
                .root(
                        "ruleChange",
                        Permission.READ,
                        "One change of a rule; null when it does not exist or is out of scope.")
                .list(ReadList.of("ruleChanges", Permission.READ, "Changes of rules, latest first.")
                        .descending("CHANGED_AT", "Latest first.", "changed_at timestamptz", "id uuid")
                        .filter(
                                "rule changes",
                                Filter.choice("status", RuleChange.Status.class, "status", "State."),
                                Filter.choice("kind", RuleKind.class, "kind", "Kind."),
                                Filter.code("subject", "subject", "Subject.")))
                .payload("RuleChangePayload", "ruleChange", "The change, or why the command was refused."));
    }
}
