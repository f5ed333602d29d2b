package org.safetyledger.read;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.LateInserts;
import org.safetyledger.access.ReadScope;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.ErrorDetail;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.UserError;

/**
 * Reads for the engine, where it runs a document: because some fields have resolvers, or because it is of commands. What is
 * selected below a field is read at once, in the transaction that is open, and the engine takes its parts by their names.
 */
@ApplicationScoped
public class SelectedReads {
    static final DataFetcher<?> ROOT = environment -> bean().root(environment);
    static final DataFetcher<?> CHANGED = SelectedReads::changed;
    static final DataFetcher<?> USER_ERRORS =
            environment -> payload(environment).userErrors();

    static final Map<FieldCoordinates, DataFetcher<?>> ERROR_PARTS = Map.of(
            part("UserError", "code"), environment -> userError(environment).code(),
            part("UserError", "message"), environment -> userError(environment).message(),
            part("UserError", "path"), environment -> userError(environment).path(),
            part("UserError", "details"), environment -> userError(environment).details(),
            part("ErrorDetail", "name"), environment -> detail(environment).name(),
            part("ErrorDetail", "value"), environment -> detail(environment).value());

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
        Selection selection = RUNNING.get().document().roots().stream()
                .filter(root -> root.key().equals(key))
                .findFirst()
                .orElseThrow();
        ReadFlush flush = flushes.ofRoots(List.of(selection), RUNNING.get().variables(), callers.current(), true);
        SelectedObject read =
                Objects.requireNonNull(transactions.read(() -> send(flush)).get(key));
        return result(read, List.of());
    }

    /** What is selected of the object that the running command changed, as it is now in the command's transaction. */
    public Payload payload(DataFetchingEnvironment environment, UUID changed) {
        List<Selection.Changed> selections = RUNNING.get()
                .document()
                .changed()
                .get(environment.getMergedField().getResultKey());
        if (selections == null || selections.isEmpty()) {
            return Payload.of(Map.of());
        }
        Map<String, SelectedObject> read =
                send(flushes.ofObject(selections, changed, RUNNING.get().variables(), callers.current()));
        if (read.values().stream().anyMatch(object -> object.value() == null)) {
            throw Refusal.of(ErrorCode.NOT_FOUND);
        }
        return Payload.of(read);
    }

    private static @Nullable Object changed(DataFetchingEnvironment environment) {
        SelectedObject object =
                payload(environment).selected(environment.getMergedField().getResultKey());
        return object == null
                ? null
                : result(
                        object,
                        environment.getExecutionStepInfo().getPath().getParent().toList());
    }

    private static FieldCoordinates part(String type, String field) {
        return FieldCoordinates.coordinates(type, field);
    }

    private static ErrorDetail detail(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getSource());
    }

    private static UserError userError(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getSource());
    }

    private static Payload payload(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getSource());
    }

    private static DataFetcherResult<Object> result(SelectedObject read, List<Object> above) {
        DataFetcherResult.Builder<Object> result = DataFetcherResult.newResult();
        read.refused().forEach(field -> result.error(field.below(above)));
        return result.data(read.value()).build();
    }

    /** In the transaction of this thread, which has the caller's scope already and sees its own changes. */
    private Map<String, SelectedObject> send(ReadFlush flush) {
        ReadFlush.Written written = lateInserts.sendWith(new InTransaction(callers.current(), flush));
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

    private record InTransaction(Caller caller, ReadFlush flush) implements LateInserts.Reads<ReadFlush.Written> {
        @Override
        public String statements() {
            return ReadScope.inTransaction(caller, flush.statements().text());
        }

        @Override
        public void bind(PreparedStatement statement, int first) throws SQLException {
            flush.bind(statement, first);
        }

        @Override
        public ReadFlush.Written read(PreparedStatement executed) throws SQLException {
            try {
                return flush.write(executed);
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
