package org.safetyledger.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.Verbs;
import org.safetyledger.audit.DeviceTime;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.Deadlines;

/** What is done with official papers, from their making out to their receipt. */
@ApplicationScoped
class Papers {
    private static final String BESIDE = "select " + PaperRules.LIFTED_BY + " lifted_by, " + PaperRules.EXAMINED
            + " examined, " + PaperRules.RELIED_ON + " relied_on, " + PaperRules.CONDUCTED
            + " conducted, " + PaperRules.RECUSED + " recused from paper p where p.id = :id";

    private final EntityManager entityManager;
    private final PaperRules rules;
    private final PaperNumbers numbers;
    private final Verbs verbs;
    private final Deadlines deadlines;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    Papers(
            EntityManager entityManager,
            PaperRules rules,
            PaperNumbers numbers,
            Verbs verbs,
            Deadlines deadlines,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.entityManager = entityManager;
        this.rules = rules;
        this.numbers = numbers;
        this.verbs = verbs;
        this.deadlines = deadlines;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    Paper issue(PaperDraft asked) {
        Caller issuer = callers.current();
        Instant now = clock.instant();
        PaperRules.Checked checked = rules.check(asked, issuer, now);
        PaperForm form = numbers.form(asked.kind());
        String number = numbers.next(
                checked.authority(),
                asked.kind(),
                form.abbreviation(),
                Times.day(now).getYear());
        int checksSoFar = numbers.checksSoFar(checked.authority(), asked.enterpriseId(), Times.day(now));
        Paper paper = new Paper(asked, checked, form, new Paper.Heading(number, checksSoFar), issuer, now);
        journal.begin(paper, "ISSUED", Map.of("kind", asked.kind().name(), "number", number));
        entityManager.flush();
        IntStream.range(0, checked.items().size())
                .mapToObj(i -> checked.items().get(i).on(paper.id(), i + 1))
                .forEach(entityManager::persist);
        IntStream.range(0, asked.things().size())
                .mapToObj(i ->
                        new PreservedThing(paper.id(), i + 1, asked.things().get(i)))
                .forEach(entityManager::persist);
        return paper;
    }

    Paper serve(Target target, Service service) {
        Paper paper = lock(target, PaperVerb.SERVE);
        Instant now = clock.instant();
        if (service.kind() == ServiceKind.ELECTRONIC && !service.consented()) {
            throw Refusal.at("consented", ErrorCode.CONSENT_REQUIRED);
        }
        if (service.kind() == ServiceKind.LEFT && service.proofId() == null) {
            throw Refusal.at("proofId", ErrorCode.PROOF_REQUIRED);
        }
        DeviceTime.require(service.byDevice(), now, "servedAt");
        rules.requireProof(paper, service.proofId());
        String grade = rules.items(paper).stream().anyMatch(PaperItem::isMajor) ? "MAJOR" : "GENERAL";
        paper.serve(service, callers.current(), deadlines.from(now, "PAPER_RECEIPT", grade), now);
        if (paper.kind().preserves()) {
            PreservationCourse course = paper.preservation();
            course.awaitDecision(deadlines.from(now, "PRESERVATION_DECISION", ""));
            if (course.owesApproval()) {
                course.requireApprovalUntil(deadlines.from(now, "PRESERVATION_APPROVAL", ""));
            }
        }
        journal.record(paper, "SERVED", told(service, now));
        return paper;
    }

    private static Map<String, String> told(Service service, Instant now) {
        Map<String, String> detail = new HashMap<>(DeviceTime.detail(service.byDevice(), now));
        detail.put("kind", service.kind().name());
        detail.put("receiver", service.receiver());
        detail.put("consented", Boolean.toString(service.consented()));
        if (service.proofId() != null) {
            detail.put("proof", NodeId.text(NodeType.EVIDENCE, service.proofId()));
        }
        return detail;
    }

    Paper sign(Target target) {
        Paper paper = lock(target, PaperVerb.SIGN);
        paper.sign(callers.current(), clock.instant());
        journal.record(paper, "SIGNED");
        return paper;
    }

    Paper recordRefusal(Target target, String reason) {
        Paper paper = lock(target, PaperVerb.RECORD_REFUSAL);
        paper.recordRefusal(reason);
        journal.record(paper, "REFUSED", Map.of("reason", reason));
        return paper;
    }

    Paper withdraw(Target target, String reason) {
        Paper paper = lock(target, PaperVerb.WITHDRAW);
        paper.withdraw(reason);
        journal.record(paper, "WITHDRAWN", Map.of("reason", reason));
        return paper;
    }

    Paper resume(Target target) {
        Paper paper = lock(target, PaperVerb.RESUME);
        paper.resume(callers.current(), clock.instant());
        journal.record(paper, "RESUMED");
        return paper;
    }

    /** The paper, held; whether a stopped work was examined is read by the same rule as {@code availableActions} tells it. */
    Paper lock(Target target, PaperVerb verb) {
        Paper paper = entityManager.find(Paper.class, target.id(), LockModeType.PESSIMISTIC_WRITE);
        if (paper == null) {
            throw objection(target, verb);
        }
        target.requireVersion(paper.version());
        if (paper.aboutId() != null) {
            // Work is not resumed on a re-check that is being withdrawn.
            entityManager.find(Paper.class, paper.aboutId(), LockModeType.PESSIMISTIC_WRITE);
        }
        verbs.require(verb, facts(paper), callers.current());
        return paper;
    }

    /** What may be seen and not be changed, by a grant, is refused by its guard, as it is told beforehand. */
    private Refusal objection(Target target, PaperVerb verb) {
        Paper seen = entityManager.find(Paper.class, target.id());
        Refusal objection = seen == null ? null : verbs.objection(verb, facts(seen), callers.current());
        return objection == null ? Refusal.at("id", ErrorCode.NOT_FOUND) : objection;
    }

    private PaperVerb.Facts facts(Paper paper) {
        Object[] beside = (Object[]) entityManager
                .createNativeQuery(BESIDE, Object[].class)
                .setParameter("id", paper.id())
                .getSingleResult();
        return paper.facts(
                (String) beside[0],
                (boolean) beside[1],
                (boolean) beside[2],
                (boolean) beside[3],
                (boolean) beside[4],
                clock.instant());
    }
}
