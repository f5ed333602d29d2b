package org.safetyledger.jurisdiction;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A number that the law or a city sets and that is no time limit, loaded as data because it differs by place and year. */
@Entity
@Immutable
// Subject and validity are read by queries only.
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
public class LimitRule {
    @Id
    private String code;

    private String subject;
    private @Nullable String appliesTo;
    private int amount;
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;

    protected LimitRule() {}

    public String code() {
        return code;
    }

    /** Its case's place among these; behind all of them where it is for any. */
    int place(List<String> cases) {
        return appliesTo == null ? cases.size() : cases.indexOf(appliesTo);
    }

    public int amount() {
        return amount;
    }
}
