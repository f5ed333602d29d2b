package org.safetyledger.audit;

import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An object that may belong to an enterprise, a trade and a matter: the columns of {@code ledger_traded}, too. */
@MappedSuperclass
public abstract class TradedObject extends PlacedObject {
    private @Nullable UUID enterpriseId;
    private @Nullable String industryCode;
    private @Nullable String matter;

    protected TradedObject() {}

    protected TradedObject(
            UUID id,
            String divisionCode,
            @Nullable UUID enterpriseId,
            @Nullable String industryCode,
            @Nullable String matter) {
        super(id, divisionCode);
        this.enterpriseId = enterpriseId;
        this.industryCode = industryCode;
        this.matter = matter;
    }

    /** One that belongs to what another does. */
    protected TradedObject(UUID id, Recorded other) {
        this(id, other.divisionCode(), other.enterpriseId(), other.industryCode(), other.matter());
    }

    @Override
    public @Nullable UUID enterpriseId() {
        return enterpriseId;
    }

    @Override
    public @Nullable String industryCode() {
        return industryCode;
    }

    @Override
    public @Nullable String matter() {
        return matter;
    }
}
