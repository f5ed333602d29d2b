package org.safetyledger.supervision.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.access.Permission;
import org.safetyledger.jurisdiction.DeadlineUnit;
import org.safetyledger.jurisdiction.Provenance;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How the rules of the ladder are read. */
@ApplicationScoped
class EscalationRuleReading implements ReadSource {
    @Override
    public List<ReadType> types() {
        return List.of(ReadType.of(
                        "EscalationRule",
                        "escalation_rule",
                        "A rung of a ladder (升级规则), by which deadlines climb while it is valid. Seen by every caller.")
                .text("code!", "Code.")
                .text(
                        "subject",
                        "The subject whose ladder it belongs to; null for the ladder of all that have none of their own.")
                .integer("rung!", "Its place on the ladder, from 1 at the bottom.")
                .integer("amount!", "How many units after the deadline's end; negative for before it.")
                .choice("unit!", DeadlineUnit.class, "Unit in which it counts.")
                .choice("action!", EscalationAction.class, "What it does.")
                .choice("addressee!", Addressee.class, "To whom it is addressed.")
                .choice("level", DivisionLevel.class, "Whose officers or leaders; null for who has to act.")
                .text("source!", "Where it comes from.")
                .choice("provenance!", "evidence", Provenance.class, "How the content is known.")
                .text("note", "What is to be known about this entry.")
                .day("validFrom!", "First day of its validity.")
                .day("validTo", "Last day of its validity; null while it is valid.")
                .list(ReadList.of("escalationRules", Permission.READ, "The rules of the ladders, by code.")
                        .ascending("CODE", "By code.", "code text")
                        .arguments(
                                Filter.code("subject", "subject", "Only rungs of this subject's own ladder."),
                                Filter.validOn("Only rungs valid on this day."))));
    }
}
