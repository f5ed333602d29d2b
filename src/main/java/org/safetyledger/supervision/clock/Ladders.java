package org.safetyledger.supervision.clock;

import io.quarkus.cache.CacheInvalidateAll;
import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.jurisdiction.DeadlineUnit;
import org.safetyledger.jurisdiction.RulesChanged;

/** The ladders that are loaded or decided as rules, of which each that was found is kept for a minute. */
@ApplicationScoped
public class Ladders {
    private final EntityManager entityManager;

    Ladders(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** A rung with its validity. */
    private record Valid(
            Rung rung,
            boolean own,
            LocalDate from,
            @Nullable LocalDate to) {
        boolean on(LocalDate day) {
            return !from.isAfter(day) && (to == null || !to.isBefore(day));
        }
    }

    /** Those that hold one after the other for clocks of the subject: on each day its own rungs, else those of any. */
    @CacheResult(cacheName = "known-ladders")
    List<Ladder> of(String subject) {
        List<Valid> rules = rules(subject);
        TreeSet<LocalDate> turns = new TreeSet<>();
        for (Valid rule : rules) {
            turns.add(rule.from());
            if (rule.to() != null) {
                turns.add(rule.to().plusDays(1));
            }
        }
        List<Ladder> ladders = new ArrayList<>();
        for (LocalDate from : turns) {
            LocalDate next = turns.higher(from);
            List<Rung> rungs = on(from, rules);
            if (!rungs.isEmpty()) {
                add(new Ladder(from, next == null ? null : next.minusDays(1), rungs), ladders);
            }
        }
        return List.copyOf(ladders);
    }

    /** Where the same rungs go on, they are one ladder. */
    private static void add(Ladder ladder, List<Ladder> ladders) {
        Ladder before = ladders.isEmpty() ? null : ladders.getLast();
        if (before != null
                && before.rungs().equals(ladder.rungs())
                && ladder.from().minusDays(1).equals(before.to())) {
            ladders.set(ladders.size() - 1, new Ladder(before.from(), ladder.to(), before.rungs()));
        } else {
            ladders.add(ladder);
        }
    }

    private static List<Rung> on(LocalDate day, List<Valid> rules) {
        List<Valid> valid = rules.stream().filter(rule -> rule.on(day)).toList();
        boolean own = valid.stream().anyMatch(Valid::own);
        return valid.stream().filter(rule -> rule.own() == own).map(Valid::rung).toList();
    }

    @CacheInvalidateAll(cacheName = "known-ladders")
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) RulesChanged changed) {}

    private List<Valid> rules(String subject) {
        List<Object[]> rows = entityManager
                .createNativeQuery("""
                        select code, rung, amount, unit, action, addressee, level, subject is not null, cast(valid_from as text),
                          cast(valid_to as text)
                        from escalation_rule where subject = :subject or subject is null order by rung, code""", Object[].class)
                .setParameter("subject", subject)
                .getResultList();
        return rows.stream().map(Ladders::valid).toList();
    }

    private static Valid valid(@Nullable Object[] row) {
        return new Valid(
                new Rung(
                        text(row[0]),
                        number(row[1]),
                        number(row[2]),
                        DeadlineUnit.valueOf(text(row[3])),
                        EscalationAction.valueOf(text(row[4])),
                        Addressee.valueOf(text(row[5])),
                        row[6] == null ? null : DivisionLevel.valueOf(text(row[6]))),
                Boolean.TRUE.equals(row[7]),
                LocalDate.parse(text(row[8])),
                row[9] == null ? null : LocalDate.parse(text(row[9])));
    }

    private static String text(@Nullable Object column) {
        return String.valueOf(column);
    }

    private static int number(@Nullable Object column) {
        return Integer.parseInt(text(column));
    }
}
