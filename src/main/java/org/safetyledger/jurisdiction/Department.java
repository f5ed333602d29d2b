package org.safetyledger.jurisdiction;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A department of a government, with the industries that it regulates and the matters that it supervises. */
@Entity
@Immutable
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class Department {
    @Id
    private UUID id;

    private String code;
    private String name;
    private String divisionCode;
    private String kind;
    private List<String> industries;
    private List<String> matters;

    protected Department() {}

    public String divisionCode() {
        return divisionCode;
    }

    /** Safety committees and their offices supervise governments and departments; they inspect no enterprise. */
    public boolean isSafetyCommitteeOffice() {
        return kind.equals("SAFETY_COMMITTEE_OFFICE");
    }
}
