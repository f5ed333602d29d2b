package org.safetyledger.statistics;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.audit.Journal;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.inspection.VisitCounts;
import org.safetyledger.jurisdiction.DivisionRepository;

/** Publishes what authorities visited in a year, and corrects what was published. */
@ApplicationScoped
class VisitEditions {
    /** So many years back there are visits. */
    private static final int YEARS = 10;

    private final EntityManager entityManager;
    private final VisitCounts counts;
    private final DivisionRepository divisions;
    private final ObjectMapper mapper;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    VisitEditions(
            EntityManager entityManager,
            VisitCounts counts,
            DivisionRepository divisions,
            ObjectMapper mapper,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.entityManager = entityManager;
        this.counts = counts;
        this.divisions = divisions;
        this.mapper = mapper;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    /** The figures as they are now, of a year that is over. */
    VisitEdition publish(VisitEdition.Draft draft) {
        Instant now = clock.instant();
        Caller leader = callers.current();
        requireYear(draft.year(), now);
        requireAuthority(draft.division(), leader, now);
        hold(draft.division(), draft.year());
        VisitEdition before = latest(draft.division(), draft.year());
        if ((before == null) != (draft.reason() == null)) {
            throw Refusal.at("reason", ErrorCode.CORRECTION_REASON);
        }
        PublishedVisits figures = mapper.convertValue(counts.of(draft.division(), draft.year()), PublishedVisits.class);
        if (before != null && before.tells(figures)) {
            throw Refusal.of(ErrorCode.NOTHING_CHANGED);
        }
        VisitEdition edition = new VisitEdition(draft, before, figures, leader, now);
        journal.begin(edition, before == null ? "PUBLISHED" : "CORRECTED", told(draft, edition));
        return edition;
    }

    private static void requireYear(int year, Instant now) {
        int last = Times.day(now).getYear() - 1;
        int first = last + 1 - YEARS;
        if (year < first || year > last) {
            throw Refusal.at("year", ErrorCode.VALUE_OUT_OF_RANGE, Integer.toString(first), Integer.toString(last));
        }
    }

    private void requireAuthority(String jurisdiction, Caller leader, Instant now) {
        String division = divisions.requireValid(jurisdiction, Times.day(now), "jurisdiction");
        if (!leader.covers(division)) {
            throw Refusal.at("jurisdiction", ErrorCode.OUTSIDE_JURISDICTION);
        }
        DivisionLevel level = DivisionLevel.of(division);
        if (level != DivisionLevel.CITY && level != DivisionLevel.COUNTY) {
            throw Refusal.at("jurisdiction", ErrorCode.NOT_A_COUNTY_OR_CITY);
        }
    }

    /** Two leaders who publish the same year do so one after the other, so that neither overlooks the other. */
    private void hold(String division, int year) {
        byte[] name = ("VISIT_EDITION " + division + " " + year).getBytes(StandardCharsets.UTF_8);
        journal.hold(new NodeId(NodeType.VISIT_EDITION, UUID.nameUUIDFromBytes(name)));
    }

    private @Nullable VisitEdition latest(String division, int year) {
        return entityManager
                .createQuery(
                        "from VisitEdition e where e.divisionCode = ?1 and e.year = ?2 order by e.number desc",
                        VisitEdition.class)
                .setParameter(1, division)
                .setParameter(2, year)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> told(VisitEdition.Draft draft, VisitEdition edition) {
        Map<String, String> told = new HashMap<>(Map.of(
                "year", Integer.toString(draft.year()),
                "number", Integer.toString(edition.number()),
                "publication", draft.publication()));
        if (draft.reason() != null) {
            told.put("reason", draft.reason());
        }
        return told;
    }
}
