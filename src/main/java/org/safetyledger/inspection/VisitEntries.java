package org.safetyledger.inspection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.DeviceTime;
import org.safetyledger.audit.Journal;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.Limits;

/** Confirms at the gate that a visit's officers are there: by the code that they show, from which on its target sees the visit. */
@ApplicationScoped
public class VisitEntries {
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
    private static final int MOST_TRYING = 100_000;

    private final InspectionRepository inspections;
    private final Limits limits;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    /** Wrong codes of late, which the transaction that is refused cannot keep; by person, so that nobody locks out another. */
    private final Cache<String, AtomicInteger> wrong = Caffeine.newBuilder()
            .expireAfterWrite(FORGOTTEN_AFTER)
            .maximumSize(MOST_TRYING)
            .build();

    VisitEntries(InspectionRepository inspections, Limits limits, Journal journal, Callers callers, Clock clock) {
        this.inspections = inspections;
        this.limits = limits;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    /** @param byDevice when it was scanned by the clock of a device that tells it later; null when that was not told */
    public Inspection confirm(String code, @Nullable Instant byDevice) {
        Caller caller = callers.current();
        Instant now = clock.instant();
        DeviceTime.require(byDevice, now, "enteredAt");
        AtomicInteger tried = wrong.get(caller.subject(), none -> new AtomicInteger());
        if (tried.get() >= limits.on(Times.day(now), "ENTRY_ATTEMPTS", "").amount()) {
            throw Refusal.at("code", ErrorCode.ENTRY_ATTEMPTS_EXHAUSTED);
        }
        String asMade = code.toUpperCase(Locale.ROOT);
        UUID entered = inspections.enter(asMade, now, byDevice, VisitLimits.dayOf(byDevice, now));
        Inspection inspection = entered == null ? null : inspections.findById(entered);
        if (inspection == null) {
            if (inspections.isEntered(asMade)) {
                throw Refusal.at("code", ErrorCode.ENTRY_CODE_USED);
            }
            tried.incrementAndGet();
            throw Refusal.at("code", ErrorCode.ENTRY_CODE_WRONG);
        }
        journal.record(inspection, "ENTRY_CONFIRMED", DeviceTime.detail(byDevice, now));
        return inspection;
    }
}
