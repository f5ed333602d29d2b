package org.safetyledger.party;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A person who holds a post. */
@Entity
@Immutable
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class Person {
    @Id
    private UUID id;

    private UUID postId;
    private String divisionCode;
    private @Nullable UUID enterpriseId;
    private String name;
    private @Nullable String subject;
    private @Nullable String certificateNumber;
    private @Nullable LocalDate certificateFrom;
    private @Nullable LocalDate certificateTo;

    protected Person() {}

    public UUID id() {
        return id;
    }

    public UUID postId() {
        return postId;
    }

    public String name() {
        return name;
    }

    /** A phone number with its middle digits hidden, null where that would tell too much: the full number leaves the ledger by no path. */
    public static @Nullable String masked(String phone) {
        return phone.length() < 7
                ? null
                : phone.substring(0, 3) + "*".repeat(phone.length() - 7) + phone.substring(phone.length() - 4);
    }

    public @Nullable String subject() {
        return subject;
    }

    public @Nullable String certificateNumber() {
        return certificateNumber;
    }

    /** Whether the certificate is valid on the day, as far as its dates are known. */
    public boolean isCertifiedOn(LocalDate day) {
        return (certificateFrom == null || !day.isBefore(certificateFrom))
                && (certificateTo == null || !day.isAfter(certificateTo));
    }
}
