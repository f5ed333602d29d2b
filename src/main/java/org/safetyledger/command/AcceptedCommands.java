package org.safetyledger.command;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safetyledger.access.LateInserts;
import org.safetyledger.access.TierPlans;
import org.safetyledger.audit.AdvisoryLocks;

/** The commands that were carried out, by their keys, so that a repeat is answered from the first time. */
@ApplicationScoped
class AcceptedCommands {
    private static final String ACCEPT = "insert into accepted_command values (?, ?, ?, ?, ?, ledger_now())";
    private static final String OF_KEYS =
            "select key, content_hash, object_id from accepted_command where subject = ? and key = any(?)";

    private final LateInserts lateInserts;
    private final TierPlans plans;

    AcceptedCommands(LateInserts lateInserts, TierPlans plans) {
        this.lateInserts = lateInserts;
        this.plans = plans;
    }

    /** A command accepted before, by its hash and the object that it changed. */
    record Accepted(String contentHash, UUID objectId) {}

    /**
     * Waits for commands of the same keys, and tells which of them were accepted, in one round trip: what is read is read when
     * the waiting is over.
     *
     * @param keys in the order in which every command takes them, so that no two wait for one another
     */
    Map<String, Accepted> hold(String subject, Collection<String> keys) {
        return lateInserts.sendWith(new Held(subject, List.copyOf(keys), plans));
    }

    void accept(String subject, String key, String command, String hash, UUID changed) {
        lateInserts.add(ACCEPT, subject, key, command, hash, changed);
    }

    private record Held(String subject, List<String> keys, TierPlans plans)
            implements LateInserts.Reads<Map<String, Accepted>> {
        @Override
        public String statements() {
            return plans.inspect((AdvisoryLocks.HOLD + "; ").repeat(keys.size()) + OF_KEYS);
        }

        @Override
        public void bind(PreparedStatement flush, int first) throws SQLException {
            int next = first;
            for (String key : keys) {
                next = AdvisoryLocks.bindCommand(flush, next, subject + "\n" + key);
            }
            flush.setString(next, subject);
            flush.setArray(next + 1, flush.getConnection().createArrayOf("text", keys.toArray()));
        }

        @Override
        public Map<String, Accepted> read(PreparedStatement executed) throws SQLException {
            for (int held = 0; held < keys.size(); held++) {
                executed.getMoreResults();
            }
            Map<String, Accepted> accepted = new HashMap<>();
            try (ResultSet rows = executed.getResultSet()) {
                while (rows.next()) {
                    accepted.put(rows.getString(1), new Accepted(rows.getString(2), rows.getObject(3, UUID.class)));
                }
            }
            return Collections.unmodifiableMap(accepted);
        }
    }
}
