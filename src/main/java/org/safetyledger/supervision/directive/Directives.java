package org.safetyledger.supervision.directive;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;

/** What becomes of directives, from the draft to the issue, or the withdrawal. */
@ApplicationScoped
class Directives {
    private final DirectiveDemands demands;
    private final DirectiveItems items;
    private final LockedObjects objects;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    Directives(
            DirectiveDemands demands,
            DirectiveItems items,
            LockedObjects objects,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.demands = demands;
        this.items = items;
        this.objects = objects;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    Directive draft(UUID id, Directive.Content content) {
        Caller caller = callers.current();
        Instant now = clock.instant();
        Directive directive = new Directive(id, demands.officeOf(caller, Times.day(now)), caller, now);
        write(directive, content, now);
        journal.begin(directive, "DRAFTED", told(content));
        return directive;
    }

    Directive revise(Target target, Directive.Content content) {
        Directive directive = objects.lock(Directive.class, target, DirectiveVerb.REVISE);
        if (content.equals(directive.content())) {
            throw Refusal.of(ErrorCode.NOTHING_CHANGED);
        }
        write(directive, content, clock.instant());
        journal.record(directive, "REVISED", told(content));
        return directive;
    }

    private void write(Directive directive, Directive.Content content, Instant now) {
        for (int i = 0; i < content.demands().size(); i++) {
            demands.check(content.demands().get(i), directive.office(), content.heldOn(), now, "items." + i + ".");
        }
        directive.write(content);
    }

    /** Addressees read this: it names none of the others. */
    private static Map<String, String> told(Directive.Content content) {
        return Map.of(
                "conference",
                content.conference(),
                "items",
                Integer.toString(content.demands().size()));
    }

    /** What was drafted may have become wrong since: a department was dissolved, a date has passed. */
    Directive issue(Target target) {
        Directive directive = objects.lock(Directive.class, target, DirectiveVerb.ISSUE);
        Instant now = clock.instant();
        Directive.Content content = directive.content();
        if (content.heldOn().isAfter(Times.day(now))) {
            throw Refusal.at("id", ErrorCode.CONFERENCE_AHEAD, content.heldOn());
        }
        List<DirectiveDemand> drafted = directive.issue(callers.current(), now);
        journal.record(directive, "ISSUED", told(content));
        for (int i = 0; i < drafted.size(); i++) {
            DirectiveDemand demand = drafted.get(i);
            DirectiveDemands.Checked checked =
                    demands.check(demand, directive.office(), content.heldOn(), now, "items." + i + ".");
            items.begin(new DirectiveItem(directive, i + 1, demand, checked));
        }
        return directive;
    }

    Directive withdraw(Target target, String reason) {
        Directive directive = objects.lock(Directive.class, target, DirectiveVerb.WITHDRAW);
        directive.withdraw(reason, callers.current(), clock.instant());
        items.withdrawAll(directive, reason);
        journal.record(directive, "WITHDRAWN", Map.of("reason", reason));
        return directive;
    }
}
