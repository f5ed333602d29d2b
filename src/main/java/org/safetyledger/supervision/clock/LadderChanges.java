package org.safetyledger.supervision.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

/** What is decided about ladders. */
@ApplicationScoped
class LadderChanges {
    /** Subjects of clocks for which there is no time limit of a rule. */
    private static final Set<String> WITHOUT_RULE = Set.of("TASK_TOTAL", "RECHECK", "PAPER_INSTRUCTION");

    private static final String KNOWN = "select (select count(*) from escalation_rule where subject = :subject)"
            + " + (select count(*) from deadline_rule where subject = :subject)";

    private static final String FORMER = "select code, cast(valid_from as text) from escalation_rule"
            + " where coalesce(subject, '') = :subject and coalesce(valid_to, 'infinity') >= :day order by valid_from desc, code";

    private final EntityManager entityManager;
    private final LockedObjects objects;
    private final FirstDays firstDays;
    private final Event<RulesChanged> announcements;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    LadderChanges(
            EntityManager entityManager,
            LockedObjects objects,
            FirstDays firstDays,
            Event<RulesChanged> announcements,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.entityManager = entityManager;
        this.objects = objects;
        this.firstDays = firstDays;
        this.announcements = announcements;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    /** @param decided with its rungs in any order */
    LadderChange change(UUID id, LadderChange.Decision decided) {
        firstDays.require(decided.validFrom());
        requireSubject(decided.subject());
        requireLevels(decided.rungs());
        LadderChange.Decision decision = new LadderChange.Decision(
                decided.subject(),
                decided.validFrom(),
                inOrder(decided.rungs()),
                decided.document(),
                decided.documentNumber(),
                decided.reason());
        hold(decision.ladder());
        LadderChange change = new LadderChange(id, decision, former(decision), callers.current(), clock.instant());
        announcements.fire(new RulesChanged());
        journal.begin(
                change,
                "CHANGED",
                Map.of(
                        "ladder",
                        decision.ladder(),
                        "validFrom",
                        decision.validFrom().toString(),
                        "rungs",
                        Integer.toString(decision.rungs().size())));
        return change;
    }

    LadderChange withdraw(Target target, String reason) {
        entityManager
                .createQuery("select coalesce(subject, :none) from LadderChange where id = :id", String.class)
                .setParameter("none", LadderChange.OF_ALL)
                .setParameter("id", target.id())
                .getResultStream()
                .forEach(this::hold);
        LadderChange change = objects.lock(LadderChange.class, target, LadderChangeVerb.WITHDRAW);
        change.withdraw(reason, callers.current(), clock.instant());
        announcements.fire(new RulesChanged());
        journal.record(change, "WITHDRAWN", Map.of("reason", reason));
        return change;
    }

    /** A ladder of which no clock asks would hold for nothing. */
    private void requireSubject(@Nullable String subject) {
        if (subject == null || WITHOUT_RULE.contains(subject)) {
            return;
        }
        Number rules = (Number) entityManager
                .createNativeQuery(KNOWN)
                .setParameter("subject", subject)
                .getSingleResult();
        if (rules.intValue() == 0) {
            throw Refusal.at("subject", ErrorCode.UNKNOWN_CODE, subject);
        }
    }

    private static void requireLevels(List<DecidedRung> rungs) {
        for (int i = 0; i < rungs.size(); i++) {
            if (!rungs.get(i).hasItsLevel()) {
                throw Refusal.at("rungs." + i + ".level", ErrorCode.RUNG_LEVEL_DOES_NOT_FIT);
            }
        }
    }

    /** With their places, from the earliest; two of one moment would have nobody know who is asked first. */
    private static List<DecidedRung> inOrder(List<DecidedRung> rungs) {
        List<DecidedRung> ordered = new ArrayList<>();
        for (int i = 0; i < rungs.size(); i++) {
            int hours = rungs.get(i).hours();
            if (ordered.stream().anyMatch(other -> other.hours() == hours)) {
                throw Refusal.at("rungs." + i + ".amount", ErrorCode.RUNGS_AT_ONE_MOMENT);
            }
            ordered.add(rungs.get(i));
        }
        ordered.sort(Comparator.comparingInt(DecidedRung::hours));
        for (int i = 0; i < ordered.size(); i++) {
            ordered.set(i, ordered.get(i).at(i + 1));
        }
        return List.copyOf(ordered);
    }

    /** Two decisions about one ladder are made one after the other, so that neither overlooks the other. */
    private void hold(String ladder) {
        byte[] name = ("LADDER " + ladder).getBytes(StandardCharsets.UTF_8);
        journal.hold(new NodeId(NodeType.LADDER_CHANGE, UUID.nameUUIDFromBytes(name)));
    }

    /** The codes of the rungs that hold until then. */
    private List<String> former(LadderChange.Decision decision) {
        List<Object[]> rows = entityManager
                .createNativeQuery(FORMER, Object[].class)
                .setParameter("subject", Objects.requireNonNullElse(decision.subject(), ""))
                .setParameter("day", decision.validFrom())
                .getResultList();
        for (Object[] row : rows) {
            LocalDate begins = LocalDate.parse((String) row[1]);
            if (!begins.isBefore(decision.validFrom())) {
                throw Refusal.at("validFrom", ErrorCode.RULE_OVERLAPS, row[0], begins);
            }
        }
        return rows.stream().map(row -> (String) row[0]).toList();
    }
}
