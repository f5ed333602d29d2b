package org.safetyledger.inspection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One item of a checklist. */
@Entity
@Immutable
@Table(name = "checklist_item")
@SuppressWarnings("NullAway.Init")
public class ChecklistItem {
    @Id
    private UUID id;

    @Column(name = "checklist_id")
    private UUID checklistId;

    private int number;
    private String text;

    @Column(name = "category_code")
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

    public String text() {
        return text;
    }
}
