package org.safetyledger.supervision.bulletin;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;
import org.safetyledger.hazard.HazardCounts;
import org.safetyledger.jurisdiction.Deadlines;
import org.safetyledger.jurisdiction.Department;
import org.safetyledger.jurisdiction.DepartmentRepository;
import org.safetyledger.jurisdiction.Division;
import org.safetyledger.jurisdiction.DivisionRepository;

/** What is done with bulletins, by their authors and by their addressees. */
@ApplicationScoped
class Bulletins {
    private static final int MOST_ADDRESSEES = 100;

    private final LockedObjects objects;
    private final HazardCounts counts;
    private final DivisionRepository divisions;
    private final DepartmentRepository departments;
    private final Deadlines deadlines;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    Bulletins(
            LockedObjects objects,
            HazardCounts counts,
            DivisionRepository divisions,
            DepartmentRepository departments,
            Deadlines deadlines,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.objects = objects;
        this.counts = counts;
        this.divisions = divisions;
        this.departments = departments;
        this.deadlines = deadlines;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    /** @param content what the figures that are counted now belong to */
    Bulletin draft(UUID id, int days, Function<BulletinFigures, Bulletin.Content> content) {
        Bulletin bulletin = write(new Bulletin(id, callers.current()), days, content);
        journal.begin(bulletin, "DRAFTED", told(bulletin));
        return bulletin;
    }

    Bulletin revise(Target target, int days, Function<BulletinFigures, Bulletin.Content> content) {
        Bulletin bulletin = write(objects.lock(Bulletin.class, target, BulletinVerb.REVISE), days, content);
        journal.record(bulletin, "REVISED", told(bulletin));
        return bulletin;
    }

    private Bulletin write(Bulletin bulletin, int days, Function<BulletinFigures, Bulletin.Content> content) {
        Caller author = callers.current();
        BulletinFigures figures = BulletinFigures.of(author.division(), counts.dashboard(null, days));
        Bulletin.Content written = content.apply(figures);
        Texts.requireAtMost(MOST_ADDRESSEES, written.addressees(), "addressees");
        if (written.addressees().isEmpty() && !written.forEnterprises()) {
            throw Refusal.at("addressees", ErrorCode.ADDRESSEE_REQUIRED);
        }
        written.addressees().forEach(code -> placeOf(code, author));
        return bulletin.write(written, author, clock.instant());
    }

    private static Map<String, String> told(Bulletin bulletin) {
        return Map.of("title", bulletin.title(), "addressees", String.join(",", bulletin.addressees()));
    }

    /** The division in which an addressee lies: a jurisdiction one level below the author's, or a department in its area. */
    private String placeOf(String code, Caller author) {
        LocalDate today = Times.day(clock.instant());
        Optional<Department> department = departments.byCode(code);
        department.ifPresent(known -> known.requireThereOn(today, "addressees"));
        String place = department.map(Department::divisionCode).orElse(code);
        Division division = divisions
                .byCode(place)
                .filter(known -> known.isValidOn(today))
                .orElseThrow(() -> Refusal.at("addressees", ErrorCode.UNKNOWN_CODE, code));
        if (department.isPresent() ? !author.covers(place) : !author.division().equals(division.parentCode())) {
            throw Refusal.at("addressees", ErrorCode.OUTSIDE_JURISDICTION);
        }
        return place;
    }

    Bulletin sign(Target target) {
        Bulletin bulletin = objects.lock(Bulletin.class, target, BulletinVerb.SIGN);
        bulletin.sign(callers.current(), clock.instant());
        journal.record(bulletin, "SIGNED");
        return bulletin;
    }

    Bulletin publish(Target target) {
        Bulletin bulletin = objects.lock(Bulletin.class, target, BulletinVerb.PUBLISH);
        Instant now = clock.instant();
        bulletin.publish(now);
        journal.record(bulletin, "PUBLISHED");
        for (String code : bulletin.addressees()) {
            String place = placeOf(code, callers.current());
            BulletinDelivery delivery = new BulletinDelivery(
                    bulletin,
                    place,
                    place.equals(code) ? null : code,
                    now,
                    deadlines.from(now, "BULLETIN_RECEIPT", ""));
            journal.begin(delivery, "SENT", Map.of("addressee", code));
        }
        return bulletin;
    }

    BulletinDelivery receive(Target target) {
        BulletinDelivery delivery = objects.lock(BulletinDelivery.class, target, DeliveryVerb.RECEIVE);
        delivery.receive(
                callers.current(), clock.instant(), deadlines.from(delivery.sentAt(), "BULLETIN_FEEDBACK", ""));
        journal.record(delivery, "RECEIVED");
        return delivery;
    }

    BulletinDelivery answer(Target target, String feedback) {
        BulletinDelivery delivery = objects.lock(BulletinDelivery.class, target, DeliveryVerb.ANSWER);
        delivery.answer(feedback, callers.current(), clock.instant());
        journal.record(delivery, "ANSWERED", Map.of("feedback", feedback));
        return delivery;
    }
}
