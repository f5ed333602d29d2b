package org.safetyledger.inspection;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One version of a checklist; a changed checklist is a new version. */
@Entity
@Immutable
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class Checklist {
    @Id
    private UUID id;

    private String code;
    private int version;
    private @Nullable String matter;
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;

    protected Checklist() {}

    public boolean isValidOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || !validTo.isBefore(day));
    }

    public @Nullable String matter() {
        return matter;
    }
}
