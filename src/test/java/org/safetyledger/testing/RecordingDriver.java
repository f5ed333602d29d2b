package org.safetyledger.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** A driver that writes down which statements the service sends, and loses its connection where a test wants it. */
public final class RecordingDriver extends PassingDriver {
    private static volatile @Nullable Queue<SentStatement> recording;

    public RecordingDriver() {
        super(new CuttingDriver());
    }

    /** The statements of the one GraphQL request that the work sends, from its scope on. */
    static List<SentStatement> during(Runnable work) {
        Queue<SentStatement> sent = new ConcurrentLinkedQueue<>();
        recording = sent;
        try {
            work.run();
        } finally {
            recording = null;
        }
        Thread server = sent.stream()
                .filter(statement -> statement.sql().contains("ledger.subject"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No caller's transaction was begun"))
                .thread();
        return sent.stream().filter(statement -> statement.thread() == server).toList();
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        Connection connection = driver.connect(url, info);
        return connection == null
                ? null
                : proxy(Connection.class, (proxy, method, arguments) -> {
                    Object result = invoke(connection, method, arguments);
                    if (result instanceof PreparedStatement prepared && arguments[0] instanceof String sql) {
                        return prepared(prepared, sql);
                    }
                    return result instanceof Statement statement ? plain(statement) : result;
                });
    }

    private static PreparedStatement prepared(PreparedStatement statement, String sql) {
        Map<Integer, SentStatement.Binding> bindings = new TreeMap<>();
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (method.getName().startsWith("set") && method.getParameterCount() >= 2) {
                bindings.put((Integer) arguments[0], SentStatement.Binding.of(method, arguments));
            }
            if (method.getName().startsWith("execute")) {
                record(sql, new ArrayList<>(bindings.values()));
            }
            return invoke(statement, method, arguments);
        });
    }

    private static Statement plain(Statement statement) {
        return proxy(Statement.class, (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute") && arguments != null) {
                record(String.valueOf(arguments[0]), List.of());
            }
            return invoke(statement, method, arguments);
        });
    }

    private static void record(String sql, List<SentStatement.Binding> bindings) {
        Queue<SentStatement> sent = recording;
        if (sent != null) {
            sent.addAll(SentStatement.of(Thread.currentThread(), sql, bindings));
        }
    }
}
