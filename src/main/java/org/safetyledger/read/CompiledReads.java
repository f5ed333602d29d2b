package org.safetyledger.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.execution.CoercedVariables;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.CallerShares;
import org.safetyledger.access.ReadScope;
import org.safetyledger.access.RunningRead;

/** Understands documents, and answers those that are read from tables by one flush to the database. */
@ApplicationScoped
public class CompiledReads {
    private static final Logger LOG = Logger.getLogger(CompiledReads.class);
    private static final long KEPT_DOCUMENTS = 500;

    /** Longer documents are rare, and would fill the memory if each were kept. */
    private static final int LONGEST_DOCUMENT = 8_000;

    /** How often it is tried to connect; a connection that had ended is replaced at once, of which there may be a pool full. */
    private static final int ATTEMPTS = 3;

    private final Cache<Key, CompiledDocument> compiled =
            Caffeine.newBuilder().maximumSize(KEPT_DOCUMENTS).build();

    private final ReadCompiler compiler;
    private final FlushBuilder flushes;
    private final ReadScope scope;
    private final CallerShares shares;
    private final AgroalDataSource dataSource;
    private final int connections;

    CompiledReads(
            ReadCompiler compiler,
            FlushBuilder flushes,
            ReadScope scope,
            CallerShares shares,
            AgroalDataSource dataSource,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        this.compiler = compiler;
        this.flushes = flushes;
        this.scope = scope;
        this.shares = shares;
        this.dataSource = dataSource;
        this.connections = connections;
    }

    /** @param switches boolean variables, by which {@code @skip} and {@code @include} change what is selected */
    private record Key(String document, @Nullable String operationName, Map<String, Boolean> switches) {}

    /** A document that was understood, with the variables of one request, within all bounds. */
    public record Prepared(CompiledDocument document, CoercedVariables variables) {
        /** How long the database may look for its counts and searches, roughly. */
        public double milliseconds() {
            return document.bound().milliseconds(variables.toMap());
        }

        /** Whether it is a query all of which is read from tables; else the engine runs it. */
        public boolean isRead() {
            return document.isRead();
        }

        /** Whether it gives commands, and so may change something. */
        public boolean isCommand() {
            return document.isCommand();
        }

        /** How many fields it has at its root. */
        public int fields() {
            return document.roots().size();
        }
    }

    /**
     * The request, understood.
     *
     * @throws RefusedDocument where nobody may run it, or its variables do not fit
     */
    public Prepared prepare(
            String document, @Nullable String operationName, Map<String, Object> variables, Caller caller)
            throws Exception {
        CompiledDocument known = document(new Key(document, operationName, switches(variables)), variables, caller);
        known.switches().requireNoneNull(variables);
        CoercedVariables coerced = compiler.coerced(known.variables(), variables);
        known.bound().require(coerced.toMap(), known.limits());
        return new Prepared(known, coerced);
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

    /** The data of a query all of which is read, and the fields of it that the caller is refused. */
    public ReadFlush.Written answer(Prepared prepared, Caller caller) throws SQLException {
        ReadFlush flush = flushes.ofRoots(prepared.document().roots(), prepared.variables(), caller, false);
        for (int attempt = 1; ; attempt++) {
            try {
                return send(flush, caller);
            } catch (SQLException failure) {
                if (attempt >= attempts(failure)) {
                    throw failure;
                }
                LOG.debug("Sent again by another connection", failure);
            }
        }
    }

    /** How often what has failed so may be sent: reads change nothing, and a restart of the database ends each connection. */
    private int attempts(SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        if (state.equals("08001")) {
            return ATTEMPTS;
        }
        return state.startsWith("08") || state.startsWith("57P") ? Math.max(ATTEMPTS, connections + 1) : 1;
    }

    private ReadFlush.Written send(ReadFlush flush, Caller caller) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            RunningRead.enter(connection);
            try (PreparedStatement statement = connection.prepareStatement(
                    scope.statement(caller, flush.statements().text()))) {
                flush.bind(statement, scope.bind(statement, caller));
                statement.execute();
                return flush.write(statement);
            } finally {
                RunningRead.leave();
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
