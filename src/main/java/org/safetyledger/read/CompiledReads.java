package org.safetyledger.read;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.CallerShares;
import org.safetyledger.access.ReadScope;
import org.safetyledger.access.RunningRead;
import org.safetyledger.graphql.Cursors;
import org.safetyledger.graphql.Refusal;

/** Answers queries by compiled reads; empty where the engine has to answer. */
@ApplicationScoped
public class CompiledReads {
    private static final Logger LOG = Logger.getLogger(CompiledReads.class);
    private static final long KEPT_DOCUMENTS = 500;

    /** Longer documents are rare, and would fill the memory if each were kept. */
    private static final int LONGEST_DOCUMENT = 8_000;

    /** Reads change nothing, so that one whose connection was lost can be sent again. */
    private static final int ATTEMPTS = 3;

    private final Cache<Key, CompiledDocument> compiled =
            Caffeine.newBuilder().maximumSize(KEPT_DOCUMENTS).build();

    private final ReadCompiler compiler;
    private final ReadTypes types;
    private final Cursors cursors;
    private final ReadScope scope;
    private final CallerShares shares;
    private final AgroalDataSource dataSource;
    private final ObjectMapper mapper;

    CompiledReads(
            ReadCompiler compiler,
            ReadTypes types,
            Cursors cursors,
            ReadScope scope,
            CallerShares shares,
            AgroalDataSource dataSource,
            ObjectMapper mapper) {
        this.compiler = compiler;
        this.types = types;
        this.cursors = cursors;
        this.scope = scope;
        this.shares = shares;
        this.dataSource = dataSource;
        this.mapper = mapper;
    }

    /** @param switches boolean variables, by which {@code @skip} and {@code @include} change what is selected */
    private record Key(String document, @Nullable String operationName, Map<String, Boolean> switches) {}

    /** A document that was understood, with the variables of one request, within all bounds. */
    public record Prepared(CompiledDocument document, CoercedVariables variables) {
        /** How long the database may look for its counts and searches, roughly. */
        public double milliseconds() {
            return document.bound().milliseconds(variables.toMap());
        }
    }

    /**
     * The request, understood; empty where the engine has to say what is wrong with its variables or its operation.
     *
     * @throws RefusedDocument where nobody may run it
     */
    public Optional<Prepared> prepare(
            String document, @Nullable String operationName, Map<String, Object> variables, Caller caller)
            throws Exception {
        try {
            CompiledDocument known = document(new Key(document, operationName, switches(variables)), variables, caller);
            known.switches().requireNoneNull(variables);
            CoercedVariables coerced = compiler.coerced(known.variables(), variables);
            known.bound().require(coerced.toMap());
            return Optional.of(new Prepared(known, coerced));
        } catch (GraphQLException | IllegalArgumentException left) {
            LOG.debug("Left to the engine", left);
            return Optional.empty();
        }
    }

    /** The whole answer of a query without any error; empty when the engine has to answer. */
    public Optional<byte[]> answer(Prepared prepared, Caller caller) throws SQLException {
        try {
            Optional<CompiledRead> read = prepared.document().read();
            return read.isEmpty() ? Optional.empty() : Optional.of(run(read.get(), prepared.variables(), caller));
        } catch (Unreadable | Refusal | GraphQLException | IllegalArgumentException left) {
            LOG.debug("Left to the engine", left);
            return Optional.empty();
        }
    }

    private static Map<String, Boolean> switches(Map<String, Object> variables) {
        Map<String, Boolean> switches = new TreeMap<>();
        variables.forEach((name, value) -> {
            if (value instanceof Boolean truth) {
                switches.put(name, truth);
            }
        });
        return switches;
    }

    private CompiledDocument document(Key key, Map<String, Object> variables, Caller caller) throws Exception {
        CompiledDocument known = compiled.getIfPresent(key);
        if (known != null) {
            return known;
        }
        CompiledDocument made =
                shares.alone(caller, () -> compiler.compile(key.document(), key.operationName(), variables));
        if (key.document().length() <= LONGEST_DOCUMENT) {
            compiled.put(key, made);
        }
        return made;
    }

    private byte[] run(CompiledRead read, CoercedVariables coerced, Caller caller) throws SQLException {
        StatementBuilder builder = new StatementBuilder(types, cursors, mapper, coerced, caller);
        List<BoundRead> roots = read.roots().stream().map(builder::root).toList();
        Sql flush = Sql.join("; ", builder.statements());
        for (int attempt = 1; ; attempt++) {
            try {
                return send(roots, flush, caller);
            } catch (SQLException failure) {
                if (attempt == ATTEMPTS || !isLost(failure)) {
                    throw failure;
                }
                LOG.debug("Sent again by another connection", failure);
            }
        }
    }

    /** Whether the connection had ended, as after a restart of the database or of a pooler before it. */
    private static boolean isLost(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    private byte[] send(List<BoundRead> roots, Sql flush, Caller caller) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            RunningRead.enter(connection);
            try (PreparedStatement statement = connection.prepareStatement(scope.statement(caller, flush.text()))) {
                int index = scope.bind(statement, caller);
                for (Object parameter : flush.parameters()) {
                    bind(connection, statement, index++, parameter);
                }
                statement.execute();
                return write(roots, statement);
            } finally {
                RunningRead.leave();
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, @Nullable Object parameter)
            throws SQLException {
        switch (parameter) {
            case String text -> statement.setObject(index, ReadScope.text(text));
            case String[] texts -> statement.setArray(index, connection.createArrayOf("text", texts));
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case null, default -> statement.setObject(index, parameter);
        }
    }

    private byte[] write(List<BoundRead> roots, PreparedStatement statement) throws SQLException, IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream(4096);
        try (JsonGenerator json = mapper.getFactory().createGenerator(answer)) {
            AnswerWriter writer = new AnswerWriter(json, cursors, mapper);
            json.writeStartObject();
            json.writeObjectFieldStart("data");
            for (BoundRead root : roots) {
                json.writeFieldName(root.key());
                switch (root) {
                    case BoundRead.TypeName typeName -> json.writeString(typeName.name());
                    case BoundRead.RootOne one -> writeObject(one, next(statement), json, writer);
                    case BoundRead.RootMany many -> writePage(many.page(), statement, writer);
                    default -> throw new Unreadable(root.key());
                }
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        return answer.toByteArray();
    }

    private void writeObject(BoundRead.RootOne one, ResultSet result, JsonGenerator json, AnswerWriter writer)
            throws SQLException, IOException {
        List<Cells> found = Cells.all(result, mapper);
        if (found.isEmpty()) {
            json.writeNull();
        } else {
            writer.object(one.fields(), found.getFirst());
        }
    }

    private void writePage(BoundRead.Page page, PreparedStatement statement, AnswerWriter writer)
            throws SQLException, IOException {
        List<Cells> rows = Cells.all(next(statement), mapper);
        long total = 0;
        if (page.selection().counted()) {
            ResultSet count = next(statement);
            count.next();
            total = count.getLong(1);
        }
        writer.page(page, rows, total);
    }

    private static ResultSet next(PreparedStatement statement) throws SQLException {
        if (!statement.getMoreResults()) {
            throw new IllegalStateException("A statement of the flush gave no rows");
        }
        return statement.getResultSet();
    }
}
