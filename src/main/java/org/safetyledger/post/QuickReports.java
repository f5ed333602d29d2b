package org.safetyledger.post;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.DeviceTime;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;
import org.safetyledger.hazard.Hazard;
import org.safetyledger.hazard.HazardReport;
import org.safetyledger.hazard.HazardReports;
import org.safetyledger.jurisdiction.Deadlines;

/** What somebody of an enterprise reports at once, and what the enterprise answers. */
@ApplicationScoped
class QuickReports {
    /** The category of what nobody has told the category of. */
    private static final String UNCLASSIFIED = "UNCLASSIFIED";

    private final EntityManager entityManager;
    private final LockedObjects objects;
    private final HazardReports hazards;
    private final Deadlines deadlines;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    QuickReports(
            EntityManager entityManager,
            LockedObjects objects,
            HazardReports hazards,
            Deadlines deadlines,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.entityManager = entityManager;
        this.objects = objects;
        this.hazards = hazards;
        this.deadlines = deadlines;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    /** The report and its hazard have the same id, so that a device without a network knows both. */
    QuickReport report(Sighting sighting) {
        Caller reporter = callers.current();
        Hazard hazard = hazards.report(hazardOf(sighting, reporter), sighting.anonymous());
        entityManager.flush();
        Instant now = clock.instant();
        QuickReport report =
                new QuickReport(sighting, hazard, reporter, deadlines.from(now, "INTERNAL_REPORT_ANSWER", ""), now);
        Map<String, String> detail = new HashMap<>(DeviceTime.detail(sighting.discoveredAt(), now));
        detail.put("words", sighting.words());
        journal.begin(report, "REPORTED", detail);
        return report;
    }

    private static HazardReport hazardOf(Sighting sighting, Caller reporter) {
        int limit = Math.min(
                Texts.NAME, sighting.words().codePointCount(0, sighting.words().length()));
        String title = sighting.words().substring(0, sighting.words().offsetByCodePoints(0, limit));
        return new HazardReport(
                sighting.id(),
                Objects.requireNonNull(reporter.enterpriseId()),
                null,
                null,
                title,
                sighting.words(),
                sighting.place(),
                null,
                Objects.requireNonNullElse(sighting.category(), UNCLASSIFIED),
                sighting.discoveredAt());
    }

    QuickReport receive(Target target) {
        QuickReport report = objects.lock(QuickReport.class, target, QuickReportVerb.RECEIVE);
        report.receive(callers.current(), clock.instant());
        journal.record(report, "RECEIVED");
        return report;
    }

    QuickReport answer(Target target, boolean verified, String words) {
        QuickReport report = objects.lock(QuickReport.class, target, QuickReportVerb.ANSWER);
        report.answer(verified, words, callers.current(), clock.instant());
        if (!verified) {
            hazards.leaveToAuthority(report.hazardId());
        }
        journal.record(report, verified ? "VERIFIED" : "DISMISSED", Map.of("answer", words));
        return report;
    }

    QuickReport escalate(Target target) {
        QuickReport report = objects.lock(QuickReport.class, target, QuickReportVerb.ESCALATE);
        report.escalate(clock.instant());
        hazards.stepUp(report.hazardId());
        journal.record(report, "ESCALATED", Map.of("dueAt", Times.text(Objects.requireNonNull(report.dueAt()))));
        return report;
    }

    QuickReport reward(Target target, QuickReport.Reward reward) {
        QuickReport report = objects.lock(QuickReport.class, target, QuickReportVerb.REWARD);
        LocalDate today = Times.day(clock.instant());
        if (reward.day().isAfter(today)) {
            throw Refusal.at("day", ErrorCode.TIME_IN_FUTURE, today.toString());
        }
        if (reward.day().isBefore(Times.day(report.reportedAt()))) {
            throw Refusal.at("day", ErrorCode.END_BEFORE_START);
        }
        report.reward(reward, callers.current());
        journal.record(
                report,
                "REWARDED",
                Map.of(
                        "amount", reward.amount().toPlainString(),
                        "day", reward.day().toString()));
        return report;
    }
}
