package org.safetyledger.inspection;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One item of a checklist. */
@Entity
@Immutable
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class ChecklistItem {
    @Id
    private UUID id;

    private UUID checklistId;
    private int number;
    private String text;
    private @Nullable String categoryCode;

    protected ChecklistItem() {}

    public UUID id() {
        return id;
    }

    public UUID checklistId() {
        return checklistId;
    }

    public int number() {
        return number;
    }
}
