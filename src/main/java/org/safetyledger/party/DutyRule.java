package org.safetyledger.party;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What each post of a kind owes in each period (一岗双责). */
@Entity
@Immutable
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
class DutyRule {
    /** The two kinds of duties of one post. */
    @RegisterForReflection
    @Enum("DutyKind")
    @Description("The two kinds of duties of one post (一岗双责).")
    public enum Kind {
        @Description("Of its own business (业务职责).")
        BUSINESS,
        @Description("Of safety (安全职责).")
        SAFETY
    }

    /** How a duty is performed. */
    @RegisterForReflection
    @Enum("DutyForm")
    @Description("How a duty is performed.")
    public enum Form {
        @Description("By a meeting.")
        MEETING,
        @Description("By a check on site.")
        FIELD_CHECK
    }

    /** How often a duty is due. */
    @Enum("DutyPeriod")
    @Description("How often a duty is due.")
    public enum Period {
        @Description("Once in each month.")
        MONTHLY(1),
        @Description("Once in each quarter of the calendar year.")
        QUARTERLY(3),
        @Description("Once in each calendar year.")
        YEARLY(12);

        private final int months;

        Period(int months) {
            this.months = months;
        }

        LocalDate first(LocalDate day) {
            return day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % months);
        }

        LocalDate last(LocalDate day) {
            return first(day).plusMonths(months).minusDays(1);
        }
    }

    @Id
    private String code;

    private String duty;
    private String postKind;
    private boolean proofRequired;

    @Enumerated(EnumType.STRING)
    private Period period;

    private LocalDate validFrom;
    private @Nullable LocalDate validTo;

    protected DutyRule() {}

    boolean binds(Post post, LocalDate day) {
        return postKind.equals(post.kind()) && !validFrom.isAfter(day) && (validTo == null || !validTo.isBefore(day));
    }

    /** Whether a document or a picture shows that it was performed. */
    boolean needsProof() {
        return proofRequired;
    }

    String code() {
        return code;
    }

    Period period() {
        return period;
    }
}
