package org.safetyledger.offsite;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.Form;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;

/** What may be done with off-site checks. */
@ApplicationScoped
class OffSiteCheckCommands implements CommandSource {
    private final OffSiteChecks checks;

    OffSiteCheckCommands(OffSiteChecks checks) {
        this.checks = checks;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(
                record(),
                CommandType.of(
                        OffSiteCheckVerb.CONCLUDE,
                        "OffSiteCheck",
                        "Says what an off-site check led to, by the authority that made it.",
                        "Which, and to what.",
                        outcome(InputType.of("ConcludeOffSiteCheckInput", "Concludes an off-site check.")
                                .target(NodeType.OFF_SITE_CHECK, "Off-site check.")
                                .choice("result!", OffSiteResult.class, "What it led to.")),
                        form -> checks.conclude(
                                form.target(), outcome(form, form.choice("result", OffSiteResult.class)))),
                CommandType.of(
                        OffSiteCheckVerb.WITHDRAW,
                        "OffSiteCheck",
                        "Withdraws an off-site check that was recorded by mistake; it is kept and no longer counted.",
                        "Which, and why.",
                        InputType.of("WithdrawOffSiteCheckInput", "Withdraws an off-site check.")
                                .target(NodeType.OFF_SITE_CHECK, "Off-site check.")
                                .prose("reason!", "Why, up to {} characters."),
                        form -> checks.withdraw(form.target(), form.text("reason"))));
    }

    private CommandType record() {
        InputType input = outcome(InputType.of("RecordOffSiteCheckInput", "Records an off-site check.")
                .newId(NodeType.OFF_SITE_CHECK, "Id made by the client; absent to have one made.")
                .node("enterpriseId!", NodeType.ENTERPRISE, "Enterprise of the caller's area and powers.")
                .code("matter", "Code of the matter that was looked at; needed from who supervises matters alone.")
                .choice("kind!", OffSiteCheckKind.class, "By what.")
                .prose("lookedAt!", "What was looked at, up to {} characters.")
                .day("checkedOn!", "On which day; not after today.")
                .choice("result", OffSiteResult.class, "What it led to; absent while that is open."));
        return new CommandType(
                "recordOffSiteCheck",
                "OffSiteCheck",
                Permission.CHECK_OFF_SITE,
                "Records that the caller's authority checked an enterprise without entering it (非现场检查). It takes none of the"
                        + " year's visits. Never by a safety committee's office.",
                "Whom, by what, and what it led to.",
                input,
                form -> checks.record(
                        new OffSiteCheck.Look(
                                form.newId(),
                                form.id("enterpriseId"),
                                form.textOrNull("matter"),
                                form.choice("kind", OffSiteCheckKind.class),
                                form.text("lookedAt"),
                                form.day("checkedOn")),
                        recorded(form)));
    }

    private static @Nullable OffSiteOutcome recorded(Form form) {
        OffSiteResult result = form.choiceOrNull("result", OffSiteResult.class);
        boolean named = form.idOrNull("inspectionId") != null || form.idOrNull("hazardId") != null;
        if (result == null && named) {
            throw Refusal.at("result", ErrorCode.OUTCOME_NOT_NAMED);
        }
        return result == null ? null : outcome(form, result);
    }

    private static InputType outcome(InputType input) {
        return input.node("inspectionId", NodeType.INSPECTION, "The authority's own visit, of LED_TO_VISIT alone.")
                .node("hazardId", NodeType.HAZARD, "Hazard of the enterprise, of LED_TO_HAZARD alone.");
    }

    private static OffSiteOutcome outcome(Form form, OffSiteResult result) {
        return new OffSiteOutcome(result, form.idOrNull("inspectionId"), form.idOrNull("hazardId"));
    }
}
