package org.safetyledger.site;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.jspecify.annotations.Nullable;
import org.safetyledger.audit.PlacedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeType;

/** A place on which several enterprises work. Who is on it now, and who has the main responsibility, it knows itself. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class Site extends PlacedObject implements Guarded<SiteVerb.Facts> {
    /** States of a site. */
    @Enum("SiteStatus")
    @Description("State of a site.")
    public enum Status {
        @Description("Registered; units come and go.")
        REGISTERED,
        @Description("Closed: nobody is on it any more.")
        CLOSED
    }

    /** What is said of a site itself. */
    record Place(SiteKind kind, String name, String address) {}

    @Enumerated(EnumType.STRING)
    private Status status;

    @Enumerated(EnumType.STRING)
    private SiteKind kind;

    private String name;
    private String address;
    private List<UUID> enterprises = List.of();
    private List<UUID> present = List.of();
    private @Nullable UUID mainUnitId;
    private @Nullable String mainUnitName;
    private @Nullable LocalDate mainUnitSince;
    private Instant registeredAt;
    private @Nullable Instant closedAt;

    protected Site() {}

    Site(UUID id, String division, Place place, Instant now) {
        super(id, division);
        status = Status.REGISTERED;
        registeredAt = now;
        correct(place);
    }

    final void correct(Place place) {
        kind = place.kind();
        name = place.name();
        address = place.address();
    }

    Place place() {
        return new Place(kind, name, address);
    }

    void add(SiteUnit unit) {
        present = with(present, unit.enterpriseId());
        enterprises = with(enterprises, unit.enterpriseId());
    }

    void leave(SiteUnit unit) {
        present = present.stream()
                .filter(other -> !other.equals(unit.enterpriseId()))
                .toList();
        if (unit.enterpriseId().equals(mainUnitId)) {
            mainUnitId = null;
            mainUnitName = null;
            mainUnitSince = null;
        }
    }

    void name(SiteMainUnit main) {
        mainUnitId = main.enterpriseId();
        mainUnitName = main.name();
        mainUnitSince = main.validFrom();
    }

    void close(Instant now) {
        status = Status.CLOSED;
        closedAt = now;
    }

    private static List<UUID> with(List<UUID> known, UUID added) {
        List<UUID> all = new ArrayList<>(known);
        all.remove(added);
        all.add(added);
        return all;
    }

    @Override
    public SiteVerb.Facts facts() {
        return new SiteVerb.Facts(status, divisionCode(), present.size());
    }

    @Override
    public NodeType nodeType() {
        return NodeType.SITE;
    }

    @Override
    public String state() {
        return status.name();
    }
}
