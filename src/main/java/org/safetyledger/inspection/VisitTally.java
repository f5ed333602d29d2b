package org.safetyledger.inspection;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up visits by what they were. */
final class VisitTally {
    static final String ENFORCEMENT = "ENFORCEMENT";

    private final Map<String, Integer> amounts = new HashMap<>();
    private final Map<VisitSource, Integer> exempt = new EnumMap<>(VisitSource.class);

    /**
     * Visits that are alike.
     *
     * @param kind ENFORCEMENT, ASSISTANCE or OFF_SITE; what follows is told of the first alone
     * @param way how they stand to the yearly cap: COUNTED, EXEMPT or MERGED
     * @param result PROBLEMS, NOTHING, GOING_ON or BROKEN_OFF
     */
    record Alike(
            String kind,
            @Nullable String checkKind,
            @Nullable String source,
            @Nullable String way,
            @Nullable String result,
            int amount) {}

    void add(Alike visits) {
        add(visits.kind(), visits.amount());
        if (!visits.kind().equals(ENFORCEMENT)) {
            return;
        }
        add(visits.checkKind(), visits.amount());
        add(visits.way(), visits.amount());
        add(visits.result(), visits.amount());
        if (visits.source() == null) {
            return;
        }
        VisitSource source = VisitSource.valueOf(visits.source());
        if (source == VisitSource.EMERGENCY) {
            add(source.name(), visits.amount());
        }
        if ("EXEMPT".equals(visits.way())) {
            exempt.merge(source, visits.amount(), Integer::sum);
        }
    }

    private void add(@Nullable String what, int amount) {
        if (what != null) {
            amounts.merge(what, amount, Integer::sum);
        }
    }

    VisitFigures figures() {
        return new VisitFigures(
                of(ENFORCEMENT),
                of(CheckKind.DAILY.name()),
                of(CheckKind.CASE.name()),
                of(CheckKind.SPECIAL.name()),
                of(VisitSource.EMERGENCY.name()),
                of("COUNTED"),
                of("EXEMPT"),
                of("MERGED"),
                of("PROBLEMS"),
                of("NOTHING"),
                of("GOING_ON"),
                of("BROKEN_OFF"),
                of("ASSISTANCE"),
                of("OFF_SITE"),
                exempt.entrySet().stream()
                        .map(entry -> new VisitFigures.BySource(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private int of(String what) {
        return amounts.getOrDefault(what, 0);
    }
}
