package org.safetyledger.read;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.safetyledger.access.AvailableAction;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Verb;
import org.safetyledger.access.Verbs;

/** What a caller may do with an object of a life cycle: its guards, asked with what a statement reads. */
@ApplicationScoped
public class AvailableActions {
    private final Verbs verbs;
    private final ObjectMapper mapper;

    AvailableActions(Verbs verbs, ObjectMapper mapper) {
        this.verbs = verbs;
        this.mapper = mapper;
    }

    /**
     * How they are worked out.
     *
     * @param facts JSON of what the guards look at, by columns of {@code $}
     */
    record Of(String facts, BiFunction<JsonNode, Caller, List<AvailableAction>> view) {}

    /** @param facts a record that is registered for reflection, whose components are columns in camel case */
    public <F extends Verb.Facts, V extends Enum<V> & Verb<F>> Of of(V[] verbs, Class<F> facts) {
        String columns = Stream.of(facts.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> "'" + name + "', $." + ReadType.column(name))
                .collect(joining(", "));
        return of(verbs, facts, "jsonb_build_object(" + columns + ")");
    }

    /** @param stored a record that is registered for reflection, with the components of the JSON that {@code facts} is */
    public <F extends Verb.Facts, V extends Enum<V> & Verb<F>> Of of(
            V[] verbs, Class<? extends F> stored, String facts) {
        return new Of(facts, (json, caller) -> this.verbs.available(verbs, mapper.convertValue(json, stored), caller));
    }
}
