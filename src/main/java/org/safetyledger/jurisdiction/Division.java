package org.safetyledger.jurisdiction;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.DivisionLevel;

/** An administrative division or functional zone. */
@Entity
@Immutable
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class Division {
    @Enum("JurisdictionKind")
    @Description("Kind of a jurisdiction.")
    public enum Kind {
        @Description("A division with a national code.")
        ADMINISTRATIVE,
        @Description("A functional zone under a local extension code.")
        FUNCTIONAL_ZONE
    }

    @Id
    private UUID id;

    private String code;
    private String name;

    @Enumerated(EnumType.STRING)
    private DivisionLevel level;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable String parentCode;
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;

    protected Division() {}

    /** Whether the division exists on that day: some have retired, and their codes with them. */
    public boolean isValidOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || !validTo.isBefore(day));
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public @Nullable String parentCode() {
        return parentCode;
    }
}
