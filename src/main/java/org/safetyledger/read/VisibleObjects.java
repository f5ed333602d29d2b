package org.safetyledger.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.safetyledger.access.Callers;
import org.safetyledger.graphql.NodeId;

/** Tells whether there is an object for the caller, in the transaction that is open. */
@ApplicationScoped
public class VisibleObjects {
    private final ReadTypes types;
    private final EntityManager entityManager;
    private final Callers callers;

    VisibleObjects(ReadTypes types, EntityManager entityManager, Callers callers) {
        this.types = types;
        this.entityManager = entityManager;
        this.callers = callers;
    }

    public boolean isVisible(NodeId object) {
        return types.readable(object.type(), callers.current())
                .filter(type -> !entityManager
                        .createNativeQuery("select 1 from " + type.table() + " where id = :id")
                        .setParameter("id", object.uuid())
                        .getResultList()
                        .isEmpty())
                .isPresent();
    }
}
