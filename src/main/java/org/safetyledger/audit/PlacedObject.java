package org.safetyledger.audit;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;

/** An object of the ledger, in a place: the columns of {@code ledger_placed}. */
@MappedSuperclass
@SuppressWarnings("NullAway.Init") // Hibernate sets fields.
public abstract class PlacedObject implements Recorded {
    @Id
    private UUID id;

    private String divisionCode;

    @Version
    private int version;

    protected PlacedObject() {}

    protected PlacedObject(UUID id, String divisionCode) {
        this.id = id;
        this.divisionCode = divisionCode;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public String divisionCode() {
        return divisionCode;
    }

    /** Grows with each change. */
    public int version() {
        return version;
    }
}
