package org.safetyledger.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/** What becomes of things that a paper registers as evidence: the head's approval, and the decision of each in time (先行登记保存). */
@ApplicationScoped
class Preservations {
    private final EntityManager entityManager;
    private final Papers papers;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    Preservations(EntityManager entityManager, Papers papers, Journal journal, Callers callers, Clock clock) {
        this.entityManager = entityManager;
        this.papers = papers;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * What is decided of one thing.
     *
     * @param number of the thing on its paper
     */
    record Decision(
            int number, ThingDecision made, @Nullable String reason) {}

    Paper approve(Target target) {
        Paper paper = papers.lock(target, PaperVerb.APPROVE_PRESERVATION);
        paper.preservation().approve(callers.current(), clock.instant());
        journal.record(paper, "APPROVED");
        return paper;
    }

    /** What was not served is withdrawn; what is preserved already is preserved no more, and goes back. */
    Paper refuse(Target target, String reason) {
        Paper paper = papers.lock(target, PaperVerb.REFUSE_PRESERVATION);
        if (paper.isServed()) {
            paper.preservation().refuseApproval(reason, clock.instant());
        } else {
            paper.withdraw(reason);
        }
        journal.record(paper, "APPROVAL_REFUSED", Map.of("reason", reason));
        return paper;
    }

    Paper decide(Target target, List<Decision> decisions) {
        Paper paper = papers.lock(target, PaperVerb.DECIDE_THINGS);
        Map<Integer, PreservedThing> things = things(paper);
        Caller decider = callers.current();
        Instant now = clock.instant();
        List<String> told = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            Decision decision = decisions.get(i);
            PreservedThing thing = things.get(decision.number());
            String path = "decisions." + i + ".number";
            if (thing == null) {
                throw Refusal.at(path, ErrorCode.REFERENCE_NOT_FOUND);
            }
            if (thing.isDecided()) {
                throw Refusal.at(path, ErrorCode.THINGS_DECIDED);
            }
            thing.decide(decision.made(), decision.reason(), decider, now);
            told.add(decision.number() + " " + decision.made());
        }
        paper.preservation().decide(decisions.size());
        journal.record(paper, "THINGS_DECIDED", Map.of("things", String.join(", ", told)));
        return paper;
    }

    /** Notes that what nobody decided, or approved afterwards, in time is free by law. */
    Paper releaseLapsed(Target target) {
        Paper paper = papers.lock(target, PaperVerb.RELEASE_LAPSED);
        paper.preservation().noteLapse(callers.current(), clock.instant());
        journal.record(paper, "LAPSE_NOTED");
        return paper;
    }

    private Map<Integer, PreservedThing> things(Paper paper) {
        return entityManager
                .createQuery("from PreservedThing where paperId = :paper", PreservedThing.class)
                .setParameter("paper", paper.id())
                .getResultStream()
                .collect(Collectors.toMap(PreservedThing::number, Function.identity()));
    }
}
