package org.safetyledger.post;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;

/** The transitions of a post of an enterprise; each is for the enterprise's manager. */
enum EnterprisePostVerb implements Verb<EnterprisePostVerb.Facts> {
    REVISE("reviseEnterprisePost"),
    ASSESS("assessEnterprisePost"),
    END("endEnterprisePost");

    @RegisterForReflection
    record Facts(EnterprisePost.Status status) implements Verb.Facts {}

    private final Transition transition;

    EnterprisePostVerb(String mutation) {
        this.transition = new Transition(mutation, Permission.MANAGE_POSTS, Set.of(EnterprisePost.Status.ACTIVE));
    }

    @Override
    public Transition transition() {
        return transition;
    }
}
