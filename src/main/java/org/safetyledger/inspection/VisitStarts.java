package org.safetyledger.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.Deadlines;
import org.safetyledger.party.EnterpriseRepository;

/** What an enforcement visit needs on the day on which it starts. */
@ApplicationScoped
class VisitStarts {
    private final VisitOfficers officers;
    private final VisitLimits limits;
    private final EnterpriseRepository enterprises;
    private final Deadlines deadlines;

    VisitStarts(VisitOfficers officers, VisitLimits limits, EnterpriseRepository enterprises, Deadlines deadlines) {
        this.officers = officers;
        this.limits = limits;
        this.enterprises = enterprises;
        this.deadlines = deadlines;
    }

    /** @param detail of what is recorded of the start */
    void require(Inspection inspection, @Nullable String noScanReason, Instant now, Map<String, String> detail) {
        VisitCause cause = inspection.cause();
        if (cause == null) {
            return;
        }
        officers.requireForStart(inspection);
        String sector = enterprises
                .of(Objects.requireNonNull(inspection.enterpriseId()))
                .sector();
        limits.requireWindow(cause, sector, Times.day(now), "id");
        if (inspection.awaitsEntry()) {
            if (noScanReason == null) {
                throw Refusal.at("noScanReason", ErrorCode.ENTRY_NOT_CONFIRMED);
            }
            inspection.startWithoutScan(noScanReason);
            detail.put("noScanReason", noScanReason);
        }
        if (inspection.owesApproval()) {
            inspection.requireApprovalUntil(deadlines.from(now, "INSPECTION_APPROVAL", "EMERGENCY"));
        }
    }
}
