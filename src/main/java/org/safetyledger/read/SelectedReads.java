package org.safetyledger.read;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.GraphQLError;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Callers;
import org.safetyledger.access.LateInserts;
import org.safetyledger.access.ScopedTransactions;

/**
 * Reads for the engine, where it runs a document because some of its fields have resolvers. What is selected below a field is
 * read at once, in the transaction that is open, and the engine takes its parts by their names.
 */
@ApplicationScoped
public class SelectedReads {
    static final DataFetcher<?> ROOT = environment -> bean().root(environment);
    /** What below a field that has a resolver is read from tables. */
    static final DataFetcher<?> OWN = environment -> bean().own(environment);
    /** Takes a part of what was read by its name in the answer. */
    static final DataFetcher<Object> PART =
            environment -> Objects.requireNonNull(environment.<Map<?, Object>>getSource())
                    .get(environment.getMergedField().getResultKey());

    private static final ScopedValue<CompiledReads.Prepared> RUNNING = ScopedValue.newInstance();

    private final FlushBuilder flushes;
    private final ScopedTransactions transactions;
    private final LateInserts lateInserts;
    private final Callers callers;
    private final ObjectMapper mapper;

    SelectedReads(
            FlushBuilder flushes,
            ScopedTransactions transactions,
            LateInserts lateInserts,
            Callers callers,
            ObjectMapper mapper) {
        this.flushes = flushes;
        this.transactions = transactions;
        this.lateInserts = lateInserts;
        this.callers = callers;
        this.mapper = mapper;
    }

    private static SelectedReads bean() {
        return Arc.container().instance(SelectedReads.class).get();
    }

    /** Runs a document through the engine. */
    public <T> T during(CompiledReads.Prepared document, Callable<T> engine) throws Exception {
        return ScopedValue.where(RUNNING, document).call(engine::call);
    }

    DataFetcherResult<Object> root(DataFetchingEnvironment environment) throws Exception {
        String key = environment.getMergedField().getResultKey();
        return read(named(key, RUNNING.get().document().roots()), List.of());
    }

    DataFetcherResult<Object> own(DataFetchingEnvironment environment) throws Exception {
        String viewer = environment.getExecutionStepInfo().getParent().getResultKey();
        Selection.Resolved resolved =
                (Selection.Resolved) named(viewer, RUNNING.get().document().roots());
        return read(named(environment.getMergedField().getResultKey(), resolved.parts()), List.of(viewer));
    }

    private static Selection named(String key, List<Selection> selections) {
        return selections.stream()
                .filter(selection -> selection.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** @param above the path of the field below which it is selected */
    private DataFetcherResult<Object> read(Selection selection, List<Object> above) throws Exception {
        String key = selection.key();
        ReadFlush flush = flushes.ofRoots(List.of(selection), RUNNING.get().variables(), callers.current(), true);
        SelectedObject read =
                Objects.requireNonNull(transactions.read(() -> send(flush)).get(key));
        return result(read, above);
    }

    private static DataFetcherResult<Object> result(SelectedObject read, List<Object> above) {
        return DataFetcherResult.newResult()
                .data(read.value())
                .errors(read.refused().stream()
                        .<GraphQLError>map(refused -> refused.below(above))
                        .toList())
                .build();
    }

    /** In the transaction of this thread, which has the caller's scope already and sees its own changes. */
    private Map<String, SelectedObject> send(ReadFlush flush) {
        ReadFlush.Written written = lateInserts.sendWith(new FlushInTransaction(callers.current(), flush));
        Map<String, SelectedObject> objects = new HashMap<>();
        parsed(written).forEach((key, value) -> {
            List<RefusedField> refused = new ArrayList<>(written.refused());
            refused.removeIf(field -> !field.getPath().getFirst().equals(key));
            objects.put(key, new SelectedObject(value, refused));
        });
        return objects;
    }

    @SuppressWarnings("unchecked")
    private Map<String, @Nullable Object> parsed(ReadFlush.Written written) {
        try {
            return mapper.readValue(written.json(), Map.class);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
