package org.safetyledger.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.jurisdiction.FirstDays;
import org.safetyledger.jurisdiction.RulesChanged;

/** What is decided about rules. */
@ApplicationScoped
class RuleChanges {
    private static final Map<RuleKind, String> KNOWN = Map.of(
            RuleKind.DEADLINE,
            "select code, grade, amount, unit, valid_from, valid_to from deadline_rule where subject",
            RuleKind.LIMIT,
            "select code, applies_to, amount, unit, valid_from, valid_to from limit_rule where subject",
            RuleKind.DUTY,
            "select code, cast(null as text) applies_to, case period when 'MONTHLY' then 1 when 'QUARTERLY' then 3 else 12 end amount,"
                    + " 'MONTH' unit, valid_from, valid_to from duty_rule where duty");

    private final EntityManager entityManager;
    private final LockedObjects objects;
    private final FirstDays firstDays;
    private final RuleCases cases;
    private final Event<RulesChanged> announcements;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    RuleChanges(
            EntityManager entityManager,
            LockedObjects objects,
            FirstDays firstDays,
            RuleCases cases,
            Event<RulesChanged> announcements,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.entityManager = entityManager;
        this.objects = objects;
        this.firstDays = firstDays;
        this.cases = cases;
        this.announcements = announcements;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    RuleChange change(UUID id, RuleChange.Decision decision) {
        firstDays.require(decision.validFrom());
        hold(decision.kind(), decision.subject());
        List<KnownRule> known = known(decision);
        if (known.isEmpty()) {
            throw Refusal.at("subject", ErrorCode.UNKNOWN_CODE, decision.subject());
        }
        requireCase(decision, known);
        requireUnit(decision, known.getFirst().unit());
        RuleChange change = new RuleChange(id, decision, former(decision, known), callers.current(), clock.instant());
        announcements.fire(new RulesChanged());
        journal.begin(
                change,
                "CHANGED",
                Map.of(
                        "subject",
                        decision.subject(),
                        "amount",
                        Integer.toString(decision.amount()),
                        "unit",
                        decision.unit().name()));
        return change;
    }

    RuleChange withdraw(Target target, String reason) {
        entityManager
                .createQuery("select kind, subject from RuleChange where id = :id", Object[].class)
                .setParameter("id", target.id())
                .getResultStream()
                .forEach(of -> hold((RuleKind) of[0], (String) of[1]));
        RuleChange change = objects.lock(RuleChange.class, target, RuleChangeVerb.WITHDRAW);
        change.withdraw(reason, callers.current(), clock.instant());
        announcements.fire(new RulesChanged());
        journal.record(change, "WITHDRAWN", Map.of("reason", reason));
        return change;
    }

    /** Two decisions about one subject are made one after the other, so that neither overlooks the other. */
    private void hold(RuleKind kind, String subject) {
        byte[] name = (kind + " " + subject).getBytes(StandardCharsets.UTF_8);
        journal.hold(new NodeId(NodeType.RULE_CHANGE, UUID.nameUUIDFromBytes(name)));
    }

    /** A rule for a case of which nobody asks would hold for nothing. */
    private void requireCase(RuleChange.Decision decision, List<KnownRule> known) {
        String asked = decision.appliesTo();
        if (asked != null
                && known.stream().noneMatch(rule -> asked.equals(rule.appliesTo()))
                && !cases.isAskedFor(decision.subject(), asked, decision.validFrom())) {
            throw Refusal.at("appliesTo", ErrorCode.UNKNOWN_CODE, asked);
        }
    }

    private static void requireUnit(RuleChange.Decision decision, RuleUnit present) {
        RuleUnit unit = decision.unit();
        boolean fits = decision.kind() == RuleKind.DEADLINE ? unit.kind() == RuleKind.DEADLINE : unit == present;
        if (!fits) {
            throw Refusal.at("unit", ErrorCode.UNIT_DOES_NOT_FIT, present);
        }
        if (!unit.takes(decision.amount())) {
            throw unit == RuleUnit.MONTH
                    ? Refusal.at("amount", ErrorCode.NOT_A_PERIOD_OF_DUTIES)
                    : Refusal.at("amount", ErrorCode.VALUE_OUT_OF_RANGE, unit.least(), unit.most());
        }
    }

    /** What a duty is, its first rule says: without one that holds there is nothing to change. */
    private static @Nullable KnownRule former(RuleChange.Decision decision, List<KnownRule> known) {
        List<KnownRule> same = known.stream()
                .filter(rule -> Objects.equals(rule.appliesTo(), decision.appliesTo()))
                .toList();
        for (KnownRule rule : same) {
            if (rule.beginsWithOrAfter(decision.validFrom())) {
                throw Refusal.at("validFrom", ErrorCode.RULE_OVERLAPS, rule.code(), rule.validFrom());
            }
        }
        return same.stream()
                .filter(rule -> rule.isValidOn(decision.validFrom()))
                .findFirst()
                .or(() -> {
                    if (decision.kind() == RuleKind.DUTY) {
                        throw Refusal.at("subject", ErrorCode.UNKNOWN_CODE, decision.subject());
                    }
                    return Optional.empty();
                })
                .orElse(null);
    }

    private List<KnownRule> known(RuleChange.Decision decision) {
        List<Object[]> rows = entityManager
                .createNativeQuery(KNOWN.get(decision.kind()) + " = :subject order by valid_from desc", Object[].class)
                .setParameter("subject", decision.subject())
                .getResultList();
        return rows.stream().map(RuleChanges::rule).toList();
    }

    private static KnownRule rule(Object[] row) {
        return new KnownRule(
                (String) row[0],
                (String) row[1],
                ((Number) row[2]).intValue(),
                RuleUnit.valueOf((String) row[3]),
                day(row[4]),
                row[5] == null ? null : day(row[5]));
    }

    private static LocalDate day(Object column) {
        return column instanceof LocalDate day ? day : ((java.sql.Date) column).toLocalDate();
    }
}
