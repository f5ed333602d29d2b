package org.safetyledger.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.access.Role;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.DivisionRepository;
import org.safetyledger.party.Enterprise;
import org.safetyledger.party.EnterpriseRepository;

/** Keeps the register of sites. What is said of a day has come: who is on a site has no last day yet. */
@ApplicationScoped
class Sites {
    static final int MOST_UNITS = 500;
    static final int MOST_MAIN_UNITS = 200;

    private final EntityManager entityManager;
    private final EnterpriseRepository enterprises;
    private final DivisionRepository divisions;
    private final LockedObjects objects;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    Sites(
            EntityManager entityManager,
            EnterpriseRepository enterprises,
            DivisionRepository divisions,
            LockedObjects objects,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.entityManager = entityManager;
        this.enterprises = enterprises;
        this.divisions = divisions;
        this.objects = objects;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    /** With its first unit, by which departments see it. */
    Site register(UUID id, String jurisdiction, Site.Place place, SiteUnit.Arrival first) {
        String division = divisions.requireValid(jurisdiction, today(), "jurisdiction");
        if (!callers.current().covers(division)) {
            throw Refusal.at("jurisdiction", ErrorCode.OUTSIDE_JURISDICTION);
        }
        if (DivisionLevel.of(division).compareTo(DivisionLevel.COUNTY) < 0) {
            throw Refusal.at("jurisdiction", ErrorCode.NOT_A_COUNTY_OR_TOWN);
        }
        Site site = new Site(id, division, place, clock.instant());
        SiteUnit unit = arrive(site, first);
        journal.begin(
                site,
                "REGISTERED",
                Map.of("name", place.name(), "kind", place.kind().name(), "unit", unit.name()));
        entityManager.persist(unit);
        return site;
    }

    Site correct(Target target, Site.Place place) {
        Site site = objects.lock(Site.class, target, SiteVerb.CORRECT);
        if (place.equals(site.place())) {
            throw Refusal.of(ErrorCode.NOTHING_CHANGED);
        }
        site.correct(place);
        journal.record(
                site,
                "CORRECTED",
                Map.of("name", place.name(), "kind", place.kind().name(), "address", place.address()));
        return site;
    }

    Site addUnit(Target target, SiteUnit.Arrival arrival) {
        Site site = objects.lock(Site.class, target, SiteVerb.ADD_UNIT);
        SiteUnit unit = arrive(site, arrival);
        entityManager.persist(unit);
        journal.record(
                site,
                "UNIT_ADDED",
                Map.of(
                        "unit", unit.name(),
                        "role", unit.role().name(),
                        "from", unit.validFrom().toString()));
        return site;
    }

    private SiteUnit arrive(Site site, SiteUnit.Arrival arrival) {
        requireCome(arrival.from(), "from");
        Enterprise enterprise = supervised(arrival.enterpriseId());
        String county = DivisionLevel.COUNTY.above(site.divisionCode());
        if (!enterprise.divisionCode().startsWith(DivisionLevel.prefix(county))) {
            throw Refusal.at("enterpriseId", ErrorCode.UNIT_OF_ANOTHER_COUNTY);
        }
        List<SiteUnit> known = units(site);
        requireRoom(known, MOST_UNITS);
        if (known.stream().anyMatch(unit -> unit.isOf(enterprise.id()) && unit.lastsBeyond(arrival.from()))) {
            throw Refusal.at("from", ErrorCode.SITE_UNIT_OVERLAPS);
        }
        SiteUnit unit = new SiteUnit(site, enterprise, arrival);
        site.add(unit);
        return unit;
    }

    /** Its main responsibility ends with it, and then nobody has it until another unit is named. */
    Site endUnit(Target target, UUID enterpriseId, LocalDate lastDay) {
        Site site = objects.lock(Site.class, target, SiteVerb.END_UNIT);
        requireCome(lastDay, "lastDay");
        SiteUnit unit = present(site, enterpriseId);
        List<SiteMainUnit> main = mainUnits(site).stream()
                .filter(named -> named.enterpriseId().equals(enterpriseId))
                .toList();
        if (lastDay.isBefore(unit.validFrom()) || main.stream().anyMatch(named -> lastDay.isBefore(named.lastsTo()))) {
            throw Refusal.at("lastDay", ErrorCode.END_BEFORE_START);
        }
        main.stream().filter(SiteMainUnit::isPresent).forEach(named -> named.end(lastDay));
        unit.end(lastDay);
        site.leave(unit);
        journal.record(site, "UNIT_ENDED", Map.of("unit", unit.name(), "lastDay", lastDay.toString()));
        return site;
    }

    /** Whoever had it before had it to the day before; what was said of earlier days stays. */
    Site nameMainUnit(Target target, UUID enterpriseId, LocalDate from, @Nullable String document) {
        Site site = objects.lock(Site.class, target, SiteVerb.NAME_MAIN_UNIT);
        requireCome(from, "from");
        SiteUnit unit = present(site, enterpriseId);
        if (from.isBefore(unit.validFrom())) {
            throw Refusal.at("from", ErrorCode.NOT_ON_THE_SITE);
        }
        List<SiteMainUnit> before = mainUnits(site);
        requireRoom(before, MOST_MAIN_UNITS);
        for (SiteMainUnit named : before) {
            if (!named.lastsTo().isBefore(from)) {
                throw Refusal.at("from", ErrorCode.MAIN_UNIT_HOLDS, named.lastsTo());
            }
        }
        before.stream().filter(SiteMainUnit::isPresent).forEach(named -> named.end(from.minusDays(1)));
        // Of two that have no end the database takes none.
        entityManager.flush();
        SiteMainUnit main = new SiteMainUnit(site, unit, from, document);
        entityManager.persist(main);
        site.name(main);
        journal.record(site, "MAIN_UNIT_NAMED", Map.of("unit", unit.name(), "from", from.toString()));
        return site;
    }

    Site close(Target target) {
        Site site = objects.lock(Site.class, target, SiteVerb.CLOSE);
        site.close(clock.instant());
        journal.record(site, "CLOSED");
        return site;
    }

    /** Of a department only an enterprise that it supervises; governments keep all of a site. */
    private SiteUnit present(Site site, UUID enterpriseId) {
        if (callers.current().role() == Role.DEPARTMENT_OFFICER) {
            supervised(enterpriseId);
        }
        return units(site).stream()
                .filter(unit -> unit.isOf(enterpriseId) && unit.isPresent())
                .findFirst()
                .orElseThrow(() -> Refusal.at("enterpriseId", ErrorCode.NOT_ON_THE_SITE));
    }

    /** Within the caller's powers, which a grant of something at the enterprise does not widen; a matter is in all trades. */
    private Enterprise supervised(UUID enterpriseId) {
        Enterprise enterprise = enterprises.require(enterpriseId, "enterpriseId");
        Caller caller = callers.current();
        if (!caller.supervises(enterprise.industryCode(), null)
                && caller.powers().matters().isEmpty()) {
            throw Refusal.at("enterpriseId", ErrorCode.OUTSIDE_POWERS);
        }
        return enterprise;
    }

    private List<SiteUnit> units(Site site) {
        return of(site, "from SiteUnit where siteId = ?1 order by validFrom, id", SiteUnit.class);
    }

    private List<SiteMainUnit> mainUnits(Site site) {
        return of(site, "from SiteMainUnit where siteId = ?1 order by validFrom, id", SiteMainUnit.class);
    }

    private <P> List<P> of(Site site, String query, Class<P> part) {
        return entityManager.createQuery(query, part).setParameter(1, site.id()).getResultList();
    }

    private static void requireRoom(List<?> parts, int most) {
        if (parts.size() >= most) {
            throw Refusal.at("id", ErrorCode.LIST_TOO_LONG, most);
        }
    }

    private void requireCome(LocalDate day, String field) {
        if (day.isAfter(today())) {
            throw Refusal.at(field, ErrorCode.TIME_IN_FUTURE, today().toString());
        }
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }
}
