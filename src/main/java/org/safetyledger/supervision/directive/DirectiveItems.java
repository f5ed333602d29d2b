package org.safetyledger.supervision.directive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Authority;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.Deadline;

/** What becomes of the items of a directive, until none of them waits any more. */
@ApplicationScoped
class DirectiveItems {
    /** What an item has of responses, which have no pages. */
    private static final int MOST_RESPONSES = 100;

    /** From how many on only the lead is heard, without whose word no item ends. */
    private static final int MOST_BEFORE_LEAD = 80;

    private static final Set<DirectiveItem.Status> ENDED =
            Set.of(DirectiveItem.Status.ACCEPTED, DirectiveItem.Status.WITHDRAWN);

    private final DirectiveDemands demands;
    private final EntityManager entityManager;
    private final LockedObjects objects;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    DirectiveItems(
            DirectiveDemands demands,
            EntityManager entityManager,
            LockedObjects objects,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.demands = demands;
        this.entityManager = entityManager;
        this.objects = objects;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    void begin(DirectiveItem item) {
        journal.begin(
                item,
                "ISSUED",
                Map.of(
                        "lead",
                        item.lead().code(),
                        "dueAt",
                        Times.text(item.deadline().dueAt())));
    }

    /** The lead may answer while co-units are missing: its answer tells which. */
    DirectiveItem respond(Target target, DirectiveResponse.Content content) {
        DirectiveItem item = objects.lock(DirectiveItem.class, target, DirectiveItemVerb.RESPOND);
        demands.requireSeen("evidence", content.evidenceId(), "evidenceId");
        long responses = entityManager
                .createQuery("select count(*) from DirectiveResponse where directiveItemId = ?1", Long.class)
                .setParameter(1, item.id())
                .getSingleResult();
        Caller caller = callers.current();
        Authority by = item.addressee(caller);
        int most = item.facts().leads(by) ? MOST_RESPONSES : MOST_BEFORE_LEAD;
        if (responses >= most) {
            throw Refusal.at("id", ErrorCode.LIST_TOO_LONG, most);
        }
        DirectiveResponse response = new DirectiveResponse(item, by, content, caller, clock.instant());
        entityManager.persist(response);
        item.hear(response, caller);
        journal.record(item, response.leads() ? "ANSWERED" : "CONTRIBUTED", told(content, by, item));
        return item;
    }

    private static Map<String, String> told(DirectiveResponse.Content content, Authority by, DirectiveItem item) {
        Map<String, String> detail = new HashMap<>(Map.of("by", by.code(), "response", content.text()));
        if (content.document() != null) {
            detail.put("document", content.document());
        }
        if (content.evidenceId() != null) {
            detail.put("evidence", NodeId.text(NodeType.EVIDENCE, content.evidenceId()));
        }
        if (!item.missingCoUnits().isEmpty()) {
            detail.put("missingCoUnits", String.join(", ", item.missingCoUnits()));
        }
        return detail;
    }

    DirectiveItem accept(Target target) {
        Directive directive = holdDirective(target);
        DirectiveItem item = objects.lock(DirectiveItem.class, target, DirectiveItemVerb.ACCEPT);
        item.accept(callers.current(), clock.instant());
        journal.record(item, "ACCEPTED");
        settle(directive, null);
        return item;
    }

    /** @param dueAt by when it has to be answered again; null for the date as it was, though it may have passed */
    DirectiveItem giveBack(Target target, String reason, @Nullable Instant dueAt) {
        DirectiveItem item = objects.lock(DirectiveItem.class, target, DirectiveItemVerb.RETURN);
        Instant now = clock.instant();
        item.giveBack(reason, again(item.deadline(), dueAt, now), callers.current(), now);
        journal.record(
                item,
                "RETURNED",
                Map.of("reason", reason, "dueAt", Times.text(item.deadline().dueAt())));
        return item;
    }

    private Deadline again(Deadline present, @Nullable Instant dueAt, Instant now) {
        if (dueAt == null) {
            return present;
        }
        if (dueAt.isBefore(present.dueAt())) {
            throw Refusal.at("dueAt", ErrorCode.DEADLINE_BROUGHT_FORWARD, Times.text(present.dueAt()));
        }
        return demands.dated(present, dueAt, now, "dueAt");
    }

    DirectiveItem withdraw(Target target, String reason) {
        Directive directive = holdDirective(target);
        DirectiveItem item = objects.lock(DirectiveItem.class, target, DirectiveItemVerb.WITHDRAW);
        withdraw(item, reason);
        settle(directive, reason);
        return item;
    }

    void withdrawAll(Directive directive, String reason) {
        entityManager
                .createQuery(
                        "from DirectiveItem where directiveId = ?1 and status not in ?2 order by number",
                        DirectiveItem.class)
                .setParameter(1, directive.id())
                .setParameter(2, ENDED)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .forEach(item -> withdraw(item, reason));
    }

    private void withdraw(DirectiveItem item, String reason) {
        item.withdraw(reason, callers.current(), clock.instant());
        journal.record(item, "WITHDRAWN", Map.of("reason", reason));
    }

    /**
     * Items of a directive are decided one after the other, so that one of them is the last. Its row is held before theirs, as
     * its withdrawal does; null for who may not change it, whom the item's guard refuses.
     */
    private @Nullable Directive holdDirective(Target target) {
        List<UUID> ids = entityManager
                .createQuery("select directiveId from DirectiveItem where id = ?1", UUID.class)
                .setParameter(1, target.id())
                .getResultList();
        return ids.isEmpty()
                ? null
                : entityManager.find(Directive.class, ids.getFirst(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** With its last item a directive ends: completed where one was accepted, else withdrawn as the last one was. */
    private void settle(@Nullable Directive directive, @Nullable String reason) {
        if (directive == null || count(directive, "status not in ('ACCEPTED', 'WITHDRAWN')") > 0) {
            return;
        }
        if (reason == null || count(directive, "status = 'ACCEPTED'") > 0) {
            directive.complete(clock.instant());
            journal.record(directive, "COMPLETED");
        } else {
            directive.withdraw(reason, callers.current(), clock.instant());
            journal.record(directive, "WITHDRAWN", Map.of("reason", reason));
        }
    }

    private long count(Directive directive, String condition) {
        return entityManager
                .createQuery("select count(*) from DirectiveItem where directiveId = ?1 and " + condition, Long.class)
                .setParameter(1, directive.id())
                .getSingleResult();
    }
}
