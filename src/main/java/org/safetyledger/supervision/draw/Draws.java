package org.safetyledger.supervision.draw;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.Form;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.CodeTables;
import org.safetyledger.jurisdiction.DivisionRepository;
import org.safetyledger.jurisdiction.Limits;

/** What is done with draws of visits: announced, drawn, linked with the visits, published. */
@ApplicationScoped
public class Draws {
    private final DrawTables tables;
    private final LockedObjects objects;
    private final DivisionRepository divisions;
    private final CodeTables codes;
    private final Limits limits;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    Draws(
            DrawTables tables,
            LockedObjects objects,
            DivisionRepository divisions,
            CodeTables codes,
            Limits limits,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.tables = tables;
        this.objects = objects;
        this.divisions = divisions;
        this.codes = codes;
        this.limits = limits;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    Draw announce(Form form) {
        Instant now = clock.instant();
        Draw.Scope scope = scope(form, now);
        int officersPerVisit =
                limits.on(Times.day(now), "OFFICERS_PER_VISIT", "").amount();
        Draw draw = new Draw(
                form.newId(),
                form.text("title"),
                scope,
                form.count("number"),
                officersPerVisit,
                SealedSeed.of(form, now),
                callers.current());
        DrawPool pool = pool(form, scope, now);
        requireEnough(pool, draw);
        journal.begin(
                draw.announce(pool, now),
                "ANNOUNCED",
                Map.of("number", form.count("number") + "", "pool", draw.poolHash()));
        tables.keep(draw, pool);
        return draw;
    }

    private Draw.Scope scope(Form form, Instant now) {
        String given = form.textOrNull("jurisdiction");
        Caller caller = callers.current();
        String area = given == null ? caller.division() : divisions.requireValid(given, Times.day(now), "jurisdiction");
        if (!caller.covers(area)) {
            throw Refusal.at("jurisdiction", ErrorCode.OUTSIDE_JURISDICTION);
        }
        String industry = form.textOrNull("industry");
        if (industry != null && !codes.isIndustry(industry, Times.day(now))) {
            throw Refusal.at("industry", ErrorCode.UNKNOWN_CODE, industry);
        }
        return new Draw.Scope(area, industry, form.textOrNull("sector"));
    }

    private DrawPool pool(Form form, Draw.Scope scope, Instant now) {
        Caller caller = callers.current();
        int most = limits.on(Times.day(now), "DRAW_POOL", "ENTERPRISE").amount();
        List<DrawTables.Named> enterprises = tables.enterprises(scope, most + 1);
        List<DrawTables.Named> officers = tables.officers(
                caller, Optional.ofNullable(form.textOrNull("department")).orElse(caller.department()), most + 1);
        if (enterprises.size() > most || officers.size() > most) {
            throw Refusal.at("jurisdiction", ErrorCode.POOL_TOO_LARGE, most);
        }
        Map<Exclusion, String> excluded = exclusions(form);
        Map<UUID, String> enterpriseNames = names(enterprises);
        Map<UUID, String> officerNames = names(officers);
        int number = 0;
        for (Exclusion exclusion : excluded.keySet()) {
            requireInPool(exclusion.enterprise(), enterpriseNames, "exclusions." + number + ".enterpriseId");
            requireInPool(exclusion.officer(), officerNames, "exclusions." + number + ".officerId");
            number++;
        }
        Function<Exclusion, @Nullable String> why = excluded::get;
        return new DrawPool(Stream.of(
                        enterprises.stream()
                                .map(one -> DrawPool.Candidate.enterprise(
                                        one.id(), one.name(), why.apply(new Exclusion(one.id(), null)))),
                        officers.stream()
                                .map(one -> DrawPool.Candidate.officer(
                                        one.id(), one.name(), why.apply(new Exclusion(null, one.id())))),
                        excluded.entrySet().stream()
                                .filter(entry -> entry.getKey().isConflict())
                                .map(entry -> entry.getKey().conflict(enterpriseNames, officerNames, entry.getValue())))
                .flatMap(Function.identity())
                .toList());
    }

    /** Whom somebody leaves out: an enterprise, an officer, or the officer for the enterprise. */
    private record Exclusion(
            @Nullable UUID enterprise, @Nullable UUID officer) {
        boolean isConflict() {
            return enterprise != null && officer != null;
        }

        DrawPool.Candidate conflict(Map<UUID, String> enterprises, Map<UUID, String> officers, String reason) {
            return new DrawPool.Candidate(
                    NodeId.text(NodeType.ENTERPRISE, Objects.requireNonNull(enterprise)),
                    NodeId.text(NodeType.PERSON, Objects.requireNonNull(officer)),
                    enterprises.get(enterprise) + " / " + officers.get(officer),
                    reason);
        }
    }

    private static Map<Exclusion, String> exclusions(Form form) {
        Map<Exclusion, String> excluded = new LinkedHashMap<>();
        for (Form part : form.parts("exclusions")) {
            Exclusion exclusion = new Exclusion(part.idOrNull("enterpriseId"), part.idOrNull("officerId"));
            String path = "exclusions." + excluded.size() + ".enterpriseId";
            if (exclusion.enterprise() == null && exclusion.officer() == null) {
                throw Refusal.at(path, ErrorCode.TEXT_REQUIRED);
            }
            if (excluded.put(exclusion, part.text("reason")) != null) {
                throw Refusal.at(path, ErrorCode.EXCLUDED_TWICE);
            }
        }
        return excluded;
    }

    private static Map<UUID, String> names(List<DrawTables.Named> named) {
        Map<UUID, String> names = new LinkedHashMap<>();
        named.forEach(one -> names.put(one.id(), one.name()));
        return names;
    }

    private static void requireInPool(@Nullable UUID id, Map<UUID, String> pool, String field) {
        if (id != null && !pool.containsKey(id)) {
            throw Refusal.at(field, ErrorCode.REFERENCE_NOT_FOUND);
        }
    }

    private static void requireEnough(DrawPool pool, Draw draw) {
        int enterprises = pool.enterprises().size();
        if (enterprises < draw.number()) {
            throw Refusal.at("number", ErrorCode.POOL_TOO_SMALL, enterprises);
        }
        int officers = pool.fewestOfficers();
        if (officers < draw.officersPerVisit()) {
            throw Refusal.at("exclusions", ErrorCode.OFFICERS_TOO_FEW, officers, draw.officersPerVisit());
        }
    }

    /** Draws by the seed that was announced, from the pool as it was announced. */
    Draw draw(Form form) {
        Draw draw = objects.lock(Draw.class, form.target(), DrawVerb.DRAW);
        Instant now = clock.instant();
        DrawPool pool = tables.pool(draw);
        if (!pool.hash().equals(draw.poolHash())) {
            throw Refusal.at("id", ErrorCode.POOL_CHANGED);
        }
        Lot lot = draw.seed().reveal(form, now);
        draw.draw(callers.current(), now);
        tables.keep(draw, pool, DrawnVisit.of(pool, lot, draw.number(), draw.officersPerVisit()));
        journal.record(draw, "DRAWN", Map.of("seed", lot.seed(), "publicValue", lot.publicValue()));
        return draw;
    }

    /** Tells of which visit a drawn enterprise's is; one that was called off makes room for another. */
    Draw link(Form form) {
        Draw draw = objects.lock(Draw.class, form.target(), DrawVerb.LINK);
        UUID enterprise = form.id("enterpriseId");
        UUID visit = form.id("inspectionId");
        DrawTables.Link link = tables.link(draw, enterprise, visit);
        if (link == null) {
            throw Refusal.at("enterpriseId", ErrorCode.REFERENCE_NOT_FOUND);
        }
        if (!link.fits()) {
            throw Refusal.at("inspectionId", ErrorCode.VISIT_NOT_AS_DRAWN);
        }
        if (link.before() == null) {
            draw.link();
        }
        tables.keepLink(draw, enterprise, visit);
        journal.record(draw, "VISIT_LINKED", Map.of("visit", NodeId.text(NodeType.INSPECTION, visit)));
        return draw;
    }

    Draw publish(Form form) {
        Draw draw = objects.lock(Draw.class, form.target(), DrawVerb.PUBLISH);
        long waiting = tables.waiting(draw);
        if (waiting > 0) {
            throw Refusal.at("id", ErrorCode.DRAWN_VISITS_AHEAD, waiting);
        }
        draw.publish(clock.instant());
        journal.record(draw, "PUBLISHED");
        return draw;
    }

    Draw cancel(Form form) {
        Draw draw = objects.lock(Draw.class, form.target(), DrawVerb.CANCEL);
        draw.seed().requireUnknown(clock.instant());
        draw.cancel(form.text("reason"));
        journal.record(draw, "CANCELLED", Map.of("reason", form.text("reason")));
        return draw;
    }
}
