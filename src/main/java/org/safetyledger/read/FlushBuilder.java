package org.safetyledger.read;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.execution.CoercedVariables;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.safetyledger.access.Caller;
import org.safetyledger.graphql.Cursors;

/** Puts together what one caller selects with the arguments of one request. */
@ApplicationScoped
class FlushBuilder {
    private final ReadTypes types;
    private final Cursors cursors;
    private final ObjectMapper mapper;

    FlushBuilder(ReadTypes types, Cursors cursors, ObjectMapper mapper) {
        this.types = types;
        this.cursors = cursors;
        this.mapper = mapper;
    }

    /** @param typed whether objects by node ids tell their type */
    ReadFlush ofRoots(List<Selection> roots, CoercedVariables variables, Caller caller, boolean typed) {
        StatementBuilder builder = new StatementBuilder(types, cursors, variables, caller);
        return flush(roots.stream().map(builder::root).toList(), builder, typed);
    }

    /** What is selected of what a command comes to that changed the object with this id. */
    ReadFlush ofPayload(List<Selection> payload, UUID id, CoercedVariables variables, Caller caller) {
        StatementBuilder builder = new StatementBuilder(types, cursors, variables, caller);
        List<BoundRead> parts = payload.stream()
                .map(part -> switch (part) {
                    case Selection.Changed changed ->
                        new BoundRead.Changed(changed.key(), builder.object(changed.fields(), "id", id));
                    case Selection.UserErrors errors -> new BoundRead.NoErrors(errors.key());
                    default -> builder.root(part);
                })
                .toList();
        return flush(parts, builder, false);
    }

    private ReadFlush flush(List<BoundRead> roots, StatementBuilder builder, boolean typed) {
        return new ReadFlush(roots, Sql.join("; ", builder.statements()), typed, cursors, mapper);
    }
}
