package org.safetyledger.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
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

    public <F extends Verb.Facts> void require(Verb<F> verb, F object, Caller caller) {
        Refusal objection = objection(verb, object, caller);
        if (objection != null) {
            throw objection;
        }
    }

    /** What the caller may do with the object now, by the guards alone. */
    public <F extends Verb.Facts> List<AvailableAction> available(Verb<F>[] verbs, F object, Caller caller) {
        return tell(verbs, verb -> objection(verb, object, caller));
    }

    /** What may be done now, where a guard needs more than the object; the function gives the objection or null. */
    public <V extends Verb<?>> List<AvailableAction> tell(V[] verbs, Function<V, @Nullable Refusal> objection) {
        return Stream.of(verbs).map(verb -> action(verb, objection.apply(verb))).toList();
    }

    private AvailableAction action(Verb<?> verb, @Nullable Refusal objection) {
        String mutation = verb.transition().mutation();
        return objection == null
                ? new AvailableAction(mutation, true, null, null)
                : new AvailableAction(mutation, false, objection.code(), messages.text(objection));
    }

    /** Why the verb is not allowed, by permission first, then by the object's state, then by its guard; null when it is. */
    public <F extends Verb.Facts> @Nullable Refusal objection(Verb<F> verb, F object, Caller caller) {
        if (!caller.may(verb.transition().permission())) {
            return Refusal.of(ErrorCode.FORBIDDEN);
        }
        Enum<?> state = object.status();
        Set<? extends Enum<?>> from = verb.from(object, caller);
        if (!from.contains(state)) {
            return Refusal.wrongState(state, from);
        }
        ErrorCode further = verb.furtherObjection(object, caller);
        return further == null ? null : Refusal.of(further);
    }
}
