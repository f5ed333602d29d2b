package org.safetyledger.party;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An enterprise under supervision. */
@Entity
@Table(name = "enterprise")
@SuppressWarnings("NullAway.Init")
public class Enterprise {
    @Id
    private UUID id;

    @Column(name = "division_code")
    private String divisionCode;

    @Column(name = "industry_code")
    private String industryCode;

    private String name;
    private @Nullable String sector;

    @Enumerated(EnumType.STRING)
    private EnterpriseStatus status;

    @Version
    private int version;

    protected Enterprise() {}

    public UUID id() {
        return id;
    }

    public String divisionCode() {
        return divisionCode;
    }

    public String industryCode() {
        return industryCode;
    }

    public String name() {
        return name;
    }

    public @Nullable String sector() {
        return sector;
    }

    public EnterpriseStatus status() {
        return status;
    }

    public int version() {
        return version;
    }
}
