package org.safetyledger.jurisdiction;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/** A department of a government, with the industries that it regulates and the matters that it supervises. */
@Entity
@Immutable
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class Department {
    static final String SAFETY_COMMITTEE_OFFICE = "SAFETY_COMMITTEE_OFFICE";
    private static final String PUBLIC_SECURITY = "PUBLIC_SECURITY";

    @Id
    private UUID id;

    private String code;
    private String name;
    private String divisionCode;
    private String kind;
    private List<String> industries;
    private List<String> matters;
    private List<String> venues;
    private @Nullable LocalDate validTo;

    protected Department() {}

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    /** Whether it exists on that day, as {@code ledger_lasts} tells statements: a dissolved one regulates nobody any more. */
    public boolean isThereOn(LocalDate day) {
        return validTo == null || !validTo.isBefore(day);
    }

    /**
     * @param field where the input names it
     * @throws Refusal where it was dissolved before that day
     */
    public void requireThereOn(LocalDate day, String field) {
        if (!isThereOn(day)) {
            throw Refusal.at(field, ErrorCode.DEPARTMENT_RETIRED, name);
        }
    }

    public String divisionCode() {
        return divisionCode;
    }

    /** Whether it is the police, to whom suspected crimes go. */
    public boolean isPolice() {
        return kind.equals(PUBLIC_SECURITY);
    }

    /** Safety committees and their offices supervise governments and departments; they inspect no enterprise. */
    public boolean isSafetyCommitteeOffice() {
        return kind.equals(SAFETY_COMMITTEE_OFFICE);
    }
}
