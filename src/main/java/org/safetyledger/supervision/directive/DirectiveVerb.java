package org.safetyledger.supervision.directive;

import static org.safetyledger.supervision.directive.Directive.Status.*;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transitions of a directive, each for the office whose it is. */
enum DirectiveVerb implements Verb<DirectiveVerb.Facts> {
    REVISE("reviseDirective", EnumSet.of(DRAFT)),
    ISSUE("issueDirective", EnumSet.of(DRAFT)),
    WITHDRAW("withdrawDirective", EnumSet.of(DRAFT, ISSUED));

    /** @param office the safety committee's office; null for the leader's office of the place */
    @RegisterForReflection
    record Facts(
            Directive.Status status,
            String divisionCode,
            @Nullable String office) implements Verb.Facts {}

    private final Transition transition;

    DirectiveVerb(String mutation, Set<Directive.Status> from) {
        this.transition = new Transition(mutation, Permission.ISSUE_DIRECTIVE, from);
    }

    @Override
    public Transition transition() {
        return transition;
    }

    @Override
    public @Nullable ErrorCode furtherObjection(Facts directive, Caller caller) {
        return new IssuingOffice(directive.divisionCode(), directive.office()).includes(caller)
                ? null
                : ErrorCode.NOT_THE_AUTHORITY;
    }
}
