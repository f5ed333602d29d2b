package org.safetyledger.party;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/** An enterprise under supervision. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class Enterprise {
    @Id
    private UUID id;

    private String divisionCode;
    private String industryCode;
    private String name;
    private String creditCode;
    private @Nullable String sector;
    private @Nullable String venueType;

    @Enumerated(EnumType.STRING)
    private @Nullable SupervisionClass supervisionClass;

    @Enumerated(EnumType.STRING)
    private EnterpriseStatus status;

    @Formula("ledger_was_on_site(id)")
    private boolean wasOnSite;

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

    public String creditCode() {
        return creditCode;
    }

    /** Whether it is or was on a site, so that it may have shared one. */
    boolean wasOnSite() {
        return wasOnSite;
    }

    public @Nullable String sector() {
        return sector;
    }

    /** By what rules may tell it from others. */
    public List<String> classes() {
        return classes(sector, supervisionClass == null ? null : supervisionClass.name());
    }

    /** The narrowest first: its sector, its class, and whether its sector is a key one. */
    public static List<String> classes(@Nullable String sector, @Nullable String supervisionClass) {
        List<String> classes = new ArrayList<>();
        if (sector != null) {
            classes.add(sector);
        }
        if (supervisionClass != null) {
            classes.add("CLASS_" + supervisionClass);
        }
        classes.add(sector == null ? "GENERAL" : "KEY");
        return classes;
    }

    @Nullable
    String venueType() {
        return venueType;
    }
}
