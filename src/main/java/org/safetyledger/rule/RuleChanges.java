package org.safetyledger.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;

/** What is decided about rules. */
@ApplicationScoped
class RuleChanges {
    /** What is decided farther ahead will be decided again before. */
    private static final int YEARS_AHEAD = 2;

    private final EntityManager entityManager;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    RuleChanges(EntityManager entityManager, Journal journal, Callers callers, Clock clock) {
        this.entityManager = entityManager;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    RuleChange change(UUID id, RuleChange.Decision decision) {
        requireDay(decision.validFrom());
        requireCase(decision.appliesTo());
        // Two decisions about one subject are made one after the other, so that neither overlooks the other.
        journal.hold(new NodeId(NodeType.RULE_CHANGE, lockOf(decision)));
        List<KnownRule> known = known(decision);
        if (known.isEmpty()) {
            throw Refusal.at("subject", ErrorCode.UNKNOWN_CODE, decision.subject());
        }
        requireUnit(decision, known.getFirst().unit());
        RuleChange change = new RuleChange(id, decision, former(decision, known), callers.current(), clock.instant());
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

    /** Whatever began today began by a rule that was known in the morning. */
    private void requireDay(LocalDate validFrom) {
        LocalDate today = Times.day(clock.instant());
        LocalDate last = today.plusYears(YEARS_AHEAD);
        if (!validFrom.isAfter(today) || validFrom.isAfter(last)) {
            throw Refusal.at("validFrom", ErrorCode.DAY_OUT_OF_RANGE, today.plusDays(1), last);
        }
    }

    /** A case is called like those of the loaded rules. */
    private static void requireCase(@Nullable String appliesTo) {
        if (appliesTo != null && !appliesTo.chars().allMatch(RuleChanges::isOfCase)) {
            throw Refusal.at("appliesTo", ErrorCode.UNKNOWN_CODE, appliesTo);
        }
    }

    private static boolean isOfCase(int letter) {
        return (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') || letter == '_';
    }

    private static void requireUnit(RuleChange.Decision decision, RuleUnit present) {
        RuleUnit unit = decision.unit();
        boolean fits = decision.kind() == RuleKind.DEADLINE ? unit.kind() == RuleKind.DEADLINE : unit == present;
        if (!fits) {
            throw Refusal.at("unit", ErrorCode.UNIT_DOES_NOT_FIT, present);
        }
        if (!unit.takes(decision.amount())) {
            throw Refusal.at("amount", ErrorCode.VALUE_OUT_OF_RANGE, unit.least(), unit.most());
        }
    }

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
                .orElse(null);
    }

    private List<KnownRule> known(RuleChange.Decision decision) {
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        decision.kind() == RuleKind.DEADLINE
                                ? "select code, grade, amount, unit, valid_from, valid_to from deadline_rule"
                                        + " where subject = :subject order by valid_from desc"
                                : "select code, applies_to, amount, unit, valid_from, valid_to from limit_rule"
                                        + " where subject = :subject order by valid_from desc",
                        Object[].class)
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

    private static UUID lockOf(RuleChange.Decision decision) {
        return UUID.nameUUIDFromBytes((decision.kind() + " " + decision.subject()).getBytes(StandardCharsets.UTF_8));
    }
}
