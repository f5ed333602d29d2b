package org.safetyledger.site;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.NodeId;

/** That a unit has a site's main responsibility, from a first day to a last. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
class SiteMainUnit {
    @Id
    private UUID id;

    private UUID siteId;
    private UUID enterpriseId;
    private String name;
    private @Nullable String document;
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;

    protected SiteMainUnit() {}

    SiteMainUnit(Site site, SiteUnit unit, LocalDate from, @Nullable String document) {
        this.id = NodeId.newUuid();
        this.siteId = site.id();
        this.enterpriseId = unit.enterpriseId();
        this.name = unit.name();
        this.document = document;
        this.validFrom = from;
    }

    void end(LocalDate lastDay) {
        validTo = lastDay;
    }

    boolean isPresent() {
        return validTo == null;
    }

    /** Until it ended; one that did not ends on its first day at the earliest. */
    LocalDate lastsTo() {
        return Objects.requireNonNullElse(validTo, validFrom);
    }

    UUID enterpriseId() {
        return enterpriseId;
    }

    String name() {
        return name;
    }

    LocalDate validFrom() {
        return validFrom;
    }
}
