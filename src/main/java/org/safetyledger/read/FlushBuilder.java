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

    /** What is selected, perhaps more than once, of an object that a command changed. */
    ReadFlush ofObject(List<Selection.Changed> selections, UUID id, CoercedVariables variables, Caller caller) {
        StatementBuilder builder = new StatementBuilder(types, cursors, variables, caller);
        return flush(
                selections.stream()
                        .<BoundRead>map(changed ->
                                new BoundRead.RootOne(changed.key(), builder.object(changed.fields(), "id", id)))
                        .toList(),
                builder,
                true);
    }

    private ReadFlush flush(List<BoundRead> roots, StatementBuilder builder, boolean typed) {
        return new ReadFlush(roots, Sql.join("; ", builder.statements()), typed, cursors, mapper);
    }
}
