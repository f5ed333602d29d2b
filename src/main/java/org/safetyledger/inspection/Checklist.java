package org.safetyledger.inspection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One version of a checklist; a changed checklist is a new version. */
@Entity
@Immutable
@Table(name = "checklist")
@SuppressWarnings("NullAway.Init")
public class Checklist {
    @Id
    private UUID id;

    private String code;
    private int version;
    private @Nullable String matter;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    protected Checklist() {}

    boolean isValidOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || !validTo.isBefore(day));
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public int version() {
        return version;
    }

    public @Nullable String matter() {
        return matter;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public @Nullable LocalDate validTo() {
        return validTo;
    }
}
