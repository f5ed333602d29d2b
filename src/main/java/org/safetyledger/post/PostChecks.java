package org.safetyledger.post;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.DeviceTime;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.Deadlines;
import org.safetyledger.jurisdiction.WorkingCalendar;

/** The checks of posts: scheduled by the manager, recorded by whoever holds the post. */
@ApplicationScoped
class PostChecks {
    private static final int MOST_OF_A_POST = 50;

    private final EntityManager entityManager;
    private final LockedObjects objects;
    private final QuickReports reports;
    private final WorkingCalendar calendar;
    private final Deadlines deadlines;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    PostChecks(
            EntityManager entityManager,
            LockedObjects objects,
            QuickReports reports,
            WorkingCalendar calendar,
            Deadlines deadlines,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.entityManager = entityManager;
        this.objects = objects;
        this.reports = reports;
        this.calendar = calendar;
        this.deadlines = deadlines;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    PostCheck schedule(UUID id, UUID postId, String what, CheckRhythm rhythm) {
        EnterprisePost post = entityManager.find(EnterprisePost.class, postId, LockModeType.PESSIMISTIC_WRITE);
        if (post == null) {
            throw Refusal.at("postId", ErrorCode.REFERENCE_NOT_FOUND);
        }
        if (post.facts().status() != EnterprisePost.Status.ACTIVE) {
            throw Refusal.wrongState("postId", post.facts().status(), EnterprisePost.Status.ACTIVE);
        }
        List<PostCheck> others = active(post);
        if (others.size() >= MOST_OF_A_POST) {
            throw Refusal.at("postId", ErrorCode.LIST_TOO_LONG, MOST_OF_A_POST);
        }
        Instant now = clock.instant();
        PostCheck check = new PostCheck(id, post, what, rhythm, rhythm.from(now, working(now, now)), now);
        journal.begin(
                check, "SCHEDULED", Map.of("what", what, "every", rhythm.every().name()));
        return check;
    }

    PostCheck stop(Target target) {
        return stop(objects.lock(PostCheck.class, target, PostCheckVerb.STOP));
    }

    /** The checks of a post that ends. */
    void stopAll(EnterprisePost post) {
        active(post).forEach(this::stop);
    }

    private PostCheck stop(PostCheck check) {
        check.stop();
        journal.record(check, "STOPPED");
        return check;
    }

    private List<PostCheck> active(EnterprisePost post) {
        return entityManager
                .createQuery("from PostCheck where post = :post and status = :active order by id", PostCheck.class)
                .setParameter("post", post)
                .setParameter("active", PostCheck.Status.ACTIVE)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    PostCheckRecord record(UUID checkId, PostCheckRecord.Finding finding) {
        Instant now = clock.instant();
        DeviceTime.require(finding.checkedAt(), now, "checkedAt");
        PostCheck check = objects.lock(PostCheck.class, new Target(checkId, null), PostCheckVerb.RECORD);
        Instant checked = Objects.requireNonNullElse(finding.checkedAt(), now);
        Predicate<LocalDate> isWorking = working(check.beginsAt(), now);
        CheckRhythm.Period period = period(check, checked.isAfter(now) ? now : checked, isWorking);
        requireNotTooLate(period, now);
        int missed = advance(check, period, isWorking, now);
        Sighting sighting = finding.report();
        if (sighting != null) {
            report(sighting);
        }
        PostCheckRecord record = new PostCheckRecord(finding, check, period, missed, callers.current(), now);
        Map<String, String> told = told(finding, period, callers.current().subject(), now);
        journal.begin(record, "RECORDED", told);
        journal.record(check, "CHECKED", told);
        return record;
    }

    private void report(Sighting sighting) {
        try {
            reports.report(sighting);
        } catch (Refusal refusal) {
            throw refusal.within("report");
        }
        entityManager.flush();
    }

    /** The period to which what was done then belongs, of which nothing is recorded yet. */
    private CheckRhythm.Period period(PostCheck check, Instant checked, Predicate<LocalDate> isWorking) {
        CheckRhythm.Period period = check.rhythm().around(checked);
        if (period.from().isBefore(check.beginsAt()) || !check.rhythm().counts(period, isWorking)) {
            throw Refusal.at("checkedAt", ErrorCode.CHECK_NOT_DUE);
        }
        boolean recorded = !entityManager
                .createQuery("select id from PostCheckRecord where postCheckId = :check and periodFrom = :from")
                .setParameter("check", check.id())
                .setParameter("from", period.from())
                .getResultList()
                .isEmpty();
        if (recorded) {
            throw Refusal.at("checkedAt", ErrorCode.CHECK_RECORDED_ALREADY, Times.text(period.until()));
        }
        return period;
    }

    /** A device may have been offline, but not for as long as it takes to invent what nobody did. */
    private void requireNotTooLate(CheckRhythm.Period period, Instant now) {
        Instant last = deadlines.from(period.until(), "POST_CHECK_RECORD", "").dueAt();
        if (now.isAfter(last)) {
            throw Refusal.at("checkedAt", ErrorCode.RECORDED_TOO_LATE, Times.text(last));
        }
    }

    /** Moves on to the period behind the recorded one, and tells how many were passed over. */
    private static int advance(
            PostCheck check, CheckRhythm.Period recorded, Predicate<LocalDate> isWorking, Instant now) {
        CheckRhythm rhythm = check.rhythm();
        boolean late = !now.isBefore(recorded.until());
        if (late) {
            check.doneLate();
        }
        if (recorded.from().isBefore(check.dueFrom())) {
            return 0;
        }
        int missed = 0;
        for (Instant at = check.dueFrom(); at.isBefore(recorded.from()); missed++) {
            at = rhythm.from(rhythm.around(at).until(), isWorking).from();
        }
        check.done(late ? missed + 1 : missed, rhythm.from(recorded.until(), isWorking));
        return missed;
    }

    /** Whole years, of which few are kept, as for the deadlines. */
    private Predicate<LocalDate> working(Instant from, Instant to) {
        LocalDate first = Times.day(from).withDayOfYear(1);
        LocalDate last = Times.day(to).plusYears(1);
        return calendar.between(first, last.withDayOfYear(last.lengthOfYear()))::isWorking;
    }

    private static Map<String, String> told(
            PostCheckRecord.Finding finding, CheckRhythm.Period period, String holder, Instant now) {
        Map<String, String> detail = new HashMap<>(DeviceTime.detail(finding.checkedAt(), now));
        detail.put(Journal.CONCERNED, holder);
        detail.put("result", finding.result().name());
        detail.put("from", Times.text(period.from()));
        detail.put("until", Times.text(period.until()));
        if (finding.words() != null) {
            detail.put("words", finding.words());
        }
        return detail;
    }
}
