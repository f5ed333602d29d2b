package org.safetyledger.supervision.reel;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.Form;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.Limits;

/** What is done with evidence reels. */
@ApplicationScoped
class EvidenceReels {
    private final ReelEntries entries;
    private final LockedObjects objects;
    private final Limits limits;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    EvidenceReels(
            ReelEntries entries, LockedObjects objects, Limits limits, Journal journal, Callers callers, Clock clock) {
        this.entries = entries;
        this.objects = objects;
        this.limits = limits;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    EvidenceReel draft(Form form) {
        List<Form> given = given(form);
        EvidenceReel reel = arrange(new EvidenceReel(form.newId(), callers.current()), form, given);
        journal.begin(reel, "DRAFTED", Map.of("entries", given.size() + ""));
        entries.arrange(reel, given);
        return reel;
    }

    EvidenceReel arrange(Form form) {
        EvidenceReel reel = objects.lock(EvidenceReel.class, form.target(), EvidenceReelVerb.ARRANGE);
        List<Form> given = given(form);
        arrange(reel, form, given);
        journal.record(reel, "ARRANGED", Map.of("entries", given.size() + ""));
        entries.arrange(reel, given);
        return reel;
    }

    private EvidenceReel arrange(EvidenceReel reel, Form form, List<Form> given) {
        return reel.arrange(
                form.text("title"), form.day("meetingOn"), given.size(), callers.current(), clock.instant());
    }

    /** As many as the rule allows, each something that the caller sees, and nothing twice. */
    private List<Form> given(Form form) {
        List<Form> given = form.parts("entries");
        int most = limits.on(Times.day(clock.instant()), "REEL_ENTRIES", "").amount();
        Texts.requireAtMost(most, given, "entries");
        List<UUID> ids = given.stream().map(entry -> entry.id("evidenceId")).toList();
        Set<UUID> seen = new HashSet<>(entries.seen(ids));
        for (int i = 0; i < ids.size(); i++) {
            if (!seen.contains(ids.get(i))) {
                throw Refusal.at("entries." + i + ".evidenceId", ErrorCode.REFERENCE_NOT_FOUND);
            }
            if (ids.indexOf(ids.get(i)) < i) {
                throw Refusal.at("entries." + i + ".evidenceId", ErrorCode.EVIDENCE_REUSED);
            }
        }
        return given;
    }

    /** Freezes the list with the hazards' states: now, or at the end of the meeting's day where that is over. */
    EvidenceReel show(Form form) {
        EvidenceReel reel = objects.lock(EvidenceReel.class, form.target(), EvidenceReelVerb.SHOW);
        Instant now = clock.instant();
        LocalDate day = reel.meetingOn();
        if (Times.day(now).isBefore(day)) {
            throw Refusal.at("id", ErrorCode.REEL_TOO_EARLY, day);
        }
        Instant end = day.plusDays(1).atStartOfDay(Times.ZONE).toInstant().minusMillis(1);
        UUID before = reel.arrangementId();
        reel.show(callers.current(), now);
        if (entries.freeze(reel, before, end.isBefore(now) ? end : now) != reel.length()) {
            throw Refusal.at("id", ErrorCode.REFERENCE_NOT_FOUND);
        }
        journal.record(reel, "SHOWN");
        return reel;
    }
}
