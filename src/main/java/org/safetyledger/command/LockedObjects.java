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
        return lock(type, target, verb, InputType.ID);
    }

    /** @param field where the input names the object */
    public <F extends Verb.Facts, E extends PlacedObject & Guarded<F>> E lock(
            Class<E> type, Target target, Verb<F> verb, String field) {
        E object = entityManager.find(type, target.id(), LockModeType.PESSIMISTIC_WRITE);
        if (object == null) {
            throw objection(type, target, verb, field);
        }
        target.requireVersion(object.version());
        verbs.require(verb, object.facts(), callers.current());
        return object;
    }

    /** What may be seen and not be changed is refused by its guard, as it is told beforehand. */
    private <F extends Verb.Facts, E extends PlacedObject & Guarded<F>> Refusal objection(
            Class<E> type, Target target, Verb<F> verb, String field) {
        E seen = entityManager.find(type, target.id());
        Refusal objection = seen == null ? null : verbs.objection(verb, seen.facts(), callers.current());
        return objection == null ? Refusal.at(field, ErrorCode.NOT_FOUND) : objection;
    }
}
