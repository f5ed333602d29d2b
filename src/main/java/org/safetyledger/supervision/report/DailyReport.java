package org.safetyledger.supervision.report;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.jspecify.annotations.Nullable;
import org.safetyledger.audit.PlacedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeType;

/** The report of one place and day. Nothing of what it says changes: the database holds that, too. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class DailyReport extends PlacedObject implements Guarded<DailyReportVerb.Facts> {
    /** States of a daily report. */
    @Enum("DailyReportStatus")
    @Description("State of a daily report. Before the cut-off there is none.")
    public enum Status {
        @Description("Its figures are fixed.")
        DRAWN_UP,
        @Description("A county's, signed (签发) by its leader.")
        SIGNED,
        @Description("Issued (印发): the city's, and the counties' that were signed before.")
        ISSUED
    }

    private LocalDate day;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Instant beginsAt;
    private Instant cutOffAt;
    private Instant drawnUpAt;
    private String drawnUpBy;
    private Instant dueAt;
    private List<String> missing;
    private @Nullable Instant signedAt;
    private @Nullable String signedBy;
    private @Nullable Instant issuedAt;
    private @Nullable String issuedBy;

    protected DailyReport() {}

    /** @param missing codes of the counties that the city's report has to name */
    DailyReport(UUID id, String place, ReportWindow window, String by, Instant now, List<String> missing) {
        super(id, place);
        this.day = window.day();
        this.status = Status.DRAWN_UP;
        this.beginsAt = window.begin();
        this.cutOffAt = window.cutOff();
        this.dueAt = window.due();
        this.drawnUpAt = now;
        this.drawnUpBy = by;
        this.missing = missing;
    }

    void sign(String leader, Instant now) {
        signedBy = leader;
        signedAt = now;
        status = Status.SIGNED;
    }

    void issue(String leader, Instant now) {
        issuedBy = leader;
        issuedAt = now;
        status = Status.ISSUED;
    }

    LocalDate day() {
        return day;
    }

    boolean signedInTime() {
        return signedAt != null && !signedAt.isAfter(dueAt);
    }

    @Override
    public DailyReportVerb.Facts facts() {
        return new DailyReportVerb.Facts(status, divisionCode());
    }

    @Override
    public NodeType nodeType() {
        return NodeType.DAILY_REPORT;
    }

    @Override
    public String state() {
        return status.name();
    }
}
