package org.safetyledger.supervision.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.Limits;

/** The times of daily reports, by the rules that hold on their day. */
@ApplicationScoped
class ReportTimes {
    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final String CUT_OFF = "DAILY_REPORT_CUT_OFF";
    private static final String SIGNATURE = "DAILY_REPORT_SIGNATURE";
    private static final String ISSUE = "DAILY_REPORT_ISSUE";

    private final Limits limits;

    ReportTimes(Limits limits) {
        this.limits = limits;
    }

    ReportWindow window(String place, LocalDate day) {
        boolean city = ofCity(place);
        return new ReportWindow(
                day,
                at(day.minusDays(1), CUT_OFF),
                at(day, CUT_OFF),
                at(day, city ? SIGNATURE : CUT_OFF),
                at(day, city ? ISSUE : SIGNATURE),
                MINUTES_OF_DAY - minute(day, CUT_OFF));
    }

    /** The last day whose report a county can draw up. */
    LocalDate lastOfCounty(Instant now) {
        return last(CUT_OFF, now);
    }

    /** The last day whose report the city can draw up. */
    LocalDate lastOfCity(Instant now) {
        return last(SIGNATURE, now);
    }

    private LocalDate last(String opening, Instant now) {
        LocalDate today = Times.day(now);
        return now.isBefore(at(today, opening)) ? today.minusDays(1) : today;
    }

    /** The first day whose report may still be drawn up. */
    LocalDate earliest(LocalDate today) {
        return today.minusDays(limits.on(today, "DAILY_REPORT_BACK", "").amount());
    }

    static boolean ofCity(String place) {
        return DivisionLevel.of(place) == DivisionLevel.CITY;
    }

    private Instant at(LocalDate day, String subject) {
        return day.atTime(LocalTime.MIN.plusMinutes(minute(day, subject)))
                .atZone(Times.ZONE)
                .toInstant();
    }

    private int minute(LocalDate day, String subject) {
        return limits.on(day, subject, "").amount();
    }
}
