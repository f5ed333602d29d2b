package org.safetyledger.jurisdiction;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A time limit, loaded as data because limits differ by province and year. */
@Entity
@Immutable
// Subject, grade and validity are read by queries only.
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
public class DeadlineRule {
    @Id
    private String code;

    private String subject;
    private @Nullable String grade;
    private int amount;

    @Enumerated(EnumType.STRING)
    private DeadlineUnit unit;

    private String source;
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;

    protected DeadlineRule() {}

    public String code() {
        return code;
    }

    public int amount() {
        return amount;
    }

    public DeadlineUnit unit() {
        return unit;
    }

    public String source() {
        return source;
    }
}
