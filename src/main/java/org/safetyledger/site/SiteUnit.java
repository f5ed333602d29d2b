package org.safetyledger.site;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.party.Enterprise;

/** An enterprise on a site, from a first day to a last; whoever comes back is another unit. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
class SiteUnit {
    /** Who comes, as what, and by which safety agreement (安全生产管理协议). */
    record Arrival(
            UUID enterpriseId,
            SiteRole role,
            LocalDate from,
            @Nullable String agreementNumber) {}

    @Id
    private UUID id;

    private UUID siteId;
    private UUID enterpriseId;
    private String name;

    @Enumerated(EnumType.STRING)
    private SiteRole role;

    private @Nullable String agreementNumber;
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;

    protected SiteUnit() {}

    SiteUnit(Site site, Enterprise enterprise, Arrival arrival) {
        this.id = NodeId.newUuid();
        this.siteId = site.id();
        this.enterpriseId = enterprise.id();
        this.name = enterprise.name();
        this.role = arrival.role();
        this.agreementNumber = arrival.agreementNumber();
        this.validFrom = arrival.from();
    }

    void end(LocalDate lastDay) {
        validTo = lastDay;
    }

    boolean isOf(UUID enterprise) {
        return enterpriseId.equals(enterprise);
    }

    boolean isPresent() {
        return validTo == null;
    }

    /** Whether it is on the site on that day or a later one. */
    boolean lastsBeyond(LocalDate day) {
        return validTo == null || !validTo.isBefore(day);
    }

    UUID enterpriseId() {
        return enterpriseId;
    }

    String name() {
        return name;
    }

    SiteRole role() {
        return role;
    }

    LocalDate validFrom() {
        return validFrom;
    }
}
