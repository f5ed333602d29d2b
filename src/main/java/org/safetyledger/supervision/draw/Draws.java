package org.safetyledger.supervision.draw;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    private final DrawPools pools;
    private final DrawnVisits visits;
    private final OpenAnnouncements announcements;
    private final LockedObjects objects;
    private final DivisionRepository divisions;
    private final CodeTables codes;
    private final Limits limits;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    Draws(
            DrawTables tables,
            DrawPools pools,
            DrawnVisits visits,
            OpenAnnouncements announcements,
            LockedObjects objects,
            DivisionRepository divisions,
            CodeTables codes,
            Limits limits,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.tables = tables;
        this.pools = pools;
        this.visits = visits;
        this.announcements = announcements;
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
        Caller caller = callers.current();
        Announcement announcement = Announcement.of(form, caller, now);
        Draw.Scope scope = scope(form, now);
        int officersPerVisit =
                limits.on(Times.day(now), "OFFICERS_PER_VISIT", "").amount();
        Draw draw = new Draw(
                form.newId(), form.text("title"), scope, form.count("number"), officersPerVisit, announcement, caller);
        DrawPool pool = pools.pool(form, scope, officersPerVisit, now, Times.day(announcement.publicFrom()));
        requireEnough(pool, draw);
        announcements.requireNone(NodeType.DRAW, caller.authority());
        journal.begin(
                draw.announce(pool), "ANNOUNCED", Map.of("number", form.count("number") + "", "pool", draw.poolHash()));
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
        String sector = form.textOrNull("sector");
        if (sector != null && !codes.isSector(sector, Times.day(now))) {
            throw Refusal.at("sector", ErrorCode.UNKNOWN_CODE, sector);
        }
        return new Draw.Scope(area, industry, sector);
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

    Draw witness(Form form) {
        Draw draw = objects.lock(Draw.class, form.target(), DrawVerb.WITNESS);
        String action = draw.announcement().isWitnessed() ? "VALUE_CORRECTED" : "WITNESSED";
        journal.record(draw, action, draw.announcement().witness(form, callers.current(), clock.instant()));
        return draw;
    }

    /** Draws by the seed that was announced, from the pool as it was announced. */
    Draw draw(Form form) {
        Draw draw = objects.lock(Draw.class, form.target(), DrawVerb.DRAW);
        DrawPool pool = tables.pool(draw);
        if (!pool.hash().equals(draw.poolHash())) {
            throw Refusal.at("id", ErrorCode.POOL_CHANGED);
        }
        Lot lot = draw.announcement().reveal(form, callers.current(), clock.instant());
        draw.draw();
        visits.keep(draw, pool, DrawnVisit.of(pool, lot, draw.number(), draw.officersPerVisit()));
        journal.record(draw, "DRAWN", Map.of("seed", lot.seed(), "publicValue", lot.publicValue()));
        return draw;
    }

    /** Tells of which visit a drawn enterprise's is; only one that was called off makes room for another. */
    Draw link(Form form) {
        Draw draw = objects.lock(Draw.class, form.target(), DrawVerb.LINK);
        UUID enterprise = form.id("enterpriseId");
        UUID visit = form.id("inspectionId");
        DrawnVisits.Drawn drawn = drawn(draw, enterprise);
        if (drawn.hasVisitLeft() && !visit.equals(drawn.visit())) {
            throw Refusal.at("enterpriseId", ErrorCode.DRAWN_VISIT_LINKED);
        }
        List<DrawnVisits.Substitute> substitutes = substitutes(draw, enterprise, visit);
        if (drawn.visit() == null) {
            draw.link();
        }
        visits.link(draw, enterprise, visit, substitutes);
        Map<String, String> detail = new HashMap<>(Map.of("visit", NodeId.text(NodeType.INSPECTION, visit)));
        if (!substitutes.isEmpty()) {
            detail.put(
                    "substitutes",
                    substitutes.stream().map(DrawnVisits.Substitute::name).collect(Collectors.joining(", ")));
        }
        journal.record(draw, "VISIT_LINKED", detail);
        return draw;
    }

    private DrawnVisits.Drawn drawn(Draw draw, UUID enterprise) {
        DrawnVisits.Drawn drawn = visits.of(draw, enterprise);
        if (drawn == null) {
            throw Refusal.at("enterpriseId", ErrorCode.REFERENCE_NOT_FOUND);
        }
        return drawn;
    }

    /** Who goes instead of drawn officers that may not go: the next ones of the draw's order; the visit has them all. */
    private List<DrawnVisits.Substitute> substitutes(Draw draw, UUID enterprise, UUID visitId) {
        DrawnVisits.Visit visit = visits.visit(draw, enterprise, visitId);
        if (visit == null) {
            throw Refusal.at("inspectionId", ErrorCode.VISIT_NOT_AS_DRAWN);
        }
        DrawPool pool = tables.pool(draw);
        String enterpriseId = NodeId.text(NodeType.ENTERPRISE, enterprise);
        List<UUID> order = draw.announcement().lot().order(pool.officersFor(enterpriseId), enterpriseId).stream()
                .map(officer -> NodeId.require(NodeType.PERSON, officer, "id"))
                .toList();
        Map<UUID, String> unfit = visits.unfit(enterprise, order, visit.plannedOn());
        List<UUID> drawn = order.subList(0, draw.officersPerVisit());
        List<UUID> going = order.stream()
                .filter(officer -> !unfit.containsKey(officer))
                .limit(draw.officersPerVisit())
                .toList();
        if (going.size() < draw.officersPerVisit() || !visit.officers().containsAll(going)) {
            throw Refusal.at("inspectionId", ErrorCode.VISIT_NOT_AS_DRAWN);
        }
        List<UUID> staying = drawn.stream().filter(unfit::containsKey).toList();
        List<UUID> instead =
                going.stream().filter(officer -> !drawn.contains(officer)).toList();
        return IntStream.range(0, staying.size())
                .mapToObj(i -> new DrawnVisits.Substitute(
                        instead.get(i),
                        String.valueOf(pool.names().get(NodeId.text(NodeType.PERSON, instead.get(i)))),
                        staying.get(i),
                        String.valueOf(unfit.get(staying.get(i)))))
                .toList();
    }

    /** Records why a drawn enterprise was not visited as it was drawn. */
    Draw explain(Form form) {
        Draw draw = objects.lock(Draw.class, form.target(), DrawVerb.EXPLAIN);
        UUID enterprise = form.id("enterpriseId");
        DrawnVisits.Drawn drawn = drawn(draw, enterprise);
        if (drawn.begun() || (drawn.hasVisitLeft() && !drawn.started())) {
            throw Refusal.at("enterpriseId", ErrorCode.DRAWN_VISIT_LINKED);
        }
        visits.explain(draw, enterprise, form.text("reason"), callers.current(), clock.instant());
        journal.record(
                draw,
                "VISIT_EXPLAINED",
                Map.of("enterprise", NodeId.text(NodeType.ENTERPRISE, enterprise), "reason", form.text("reason")));
        return draw;
    }

    Draw publish(Form form) {
        Draw draw = objects.lock(Draw.class, form.target(), DrawVerb.PUBLISH);
        long waiting = visits.waiting(draw);
        if (waiting > 0) {
            throw Refusal.at("id", ErrorCode.DRAWN_VISITS_AHEAD, waiting);
        }
        draw.publish(clock.instant());
        journal.record(draw, "PUBLISHED");
        return draw;
    }

    Draw cancel(Form form) {
        Draw draw = objects.lock(Draw.class, form.target(), DrawVerb.CANCEL);
        Map<String, String> why = draw.announcement().withdraw(form, callers.current(), clock.instant());
        draw.cancel();
        journal.record(draw, "CANCELLED", why);
        return draw;
    }
}
