package org.safetyledger.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.safetyledger.access.Callers;
import org.safetyledger.access.Verb;
import org.safetyledger.access.Verbs;
import org.safetyledger.audit.PlacedObject;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/** Takes an object for a verb of its life cycle. */
@ApplicationScoped
public class LockedObjects {
    private final EntityManager entityManager;
    private final Verbs verbs;
    private final Callers callers;

    LockedObjects(EntityManager entityManager, Verbs verbs, Callers callers) {
        this.entityManager = entityManager;
        this.verbs = verbs;
        this.callers = callers;
    }

    /** The object, held until the transaction ends: as the caller saw it, and such that the verb's guard lets the caller. */
    public <F extends Verb.Facts, E extends PlacedObject & Guarded<F>> E lock(
            Class<E> type, Target target, Verb<F> verb) {
        E object = entityManager.find(type, target.id(), LockModeType.PESSIMISTIC_WRITE);
        if (object == null) {
            throw Refusal.at("id", ErrorCode.NOT_FOUND);
        }
        target.requireVersion(object.version());
        verbs.require(verb, object.facts(), callers.current());
        return object;
    }
}
