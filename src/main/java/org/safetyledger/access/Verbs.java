package org.safetyledger.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
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

    /** What the caller may do with the object now, by the guards alone. */
    public <E> List<AvailableAction> available(Verb<E>[] verbs, E object, Caller caller) {
        return tell(verbs, verb -> objection(verb, object, caller));
    }

    /** What may be done now, where a guard needs more than the object; the function gives the objection or null. */
    public <V extends Verb<?>> List<AvailableAction> tell(V[] verbs, Function<V, @Nullable ErrorCode> objection) {
        return Stream.of(verbs).map(verb -> action(verb, objection.apply(verb))).toList();
    }

    private AvailableAction action(Verb<?> verb, @Nullable ErrorCode objection) {
        String reason = objection == null ? null : messages.text(objection, List.of());
        return new AvailableAction(verb.mutation(), objection == null, objection, reason);
    }

    /** Why the verb is not allowed, by permission first, then by its guard; null when it is. */
    public <E> @Nullable ErrorCode objection(Verb<E> verb, E object, Caller caller) {
        return caller.may(verb.permission()) ? verb.objection(object, caller) : ErrorCode.FORBIDDEN;
    }
}
