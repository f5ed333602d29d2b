package org.safetyledger.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Messages;
import org.safetyledger.graphql.Refusal;

/** Holds every life cycle to its guards, and tells beforehand what they will say. */
@ApplicationScoped
public class Verbs {
    private final Messages messages;

    Verbs(Messages messages) {
        this.messages = messages;
    }

    public <E> void require(Verb<E> verb, E object, Caller caller) {
        ErrorCode objection = objection(verb, object, caller);
        if (objection != null) {
            throw Refusal.of(objection);
        }
    }

    public <E> List<AvailableAction> available(Verb<E>[] verbs, E object, Caller caller) {
        return Stream.of(verbs).map(verb -> action(verb, object, caller)).toList();
    }

    private <E> AvailableAction action(Verb<E> verb, E object, Caller caller) {
        ErrorCode objection = objection(verb, object, caller);
        String reason = objection == null ? null : messages.text(objection, List.of());
        return new AvailableAction(verb.mutation(), objection == null, objection, reason);
    }

    private static <E> @Nullable ErrorCode objection(Verb<E> verb, E object, Caller caller) {
        return caller.may(verb.permission()) ? verb.objection(object, caller) : ErrorCode.FORBIDDEN;
    }
}
