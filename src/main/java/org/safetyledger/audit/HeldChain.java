package org.safetyledger.audit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.safetyledger.access.LateInserts;
import org.safetyledger.access.TierPlans;
import org.safetyledger.graphql.NodeId;

/**
 * Takes the chain of an object and reads its end, in one round trip. The second statement has a snapshot of its own, made when the
 * first one has waited: it sees what was appended meanwhile.
 */
record HeldChain(NodeId object, TierPlans plans) implements LateInserts.Reads<ChainEnd> {
    private static final String STATEMENTS = AdvisoryLocks.HOLD
            + "; select h.sequence, h.hash from history_entry h where h.object_id = ? and h.object_type = ? order by h.sequence desc limit 1";

    @Override
    public String statements() {
        return plans.inspect(STATEMENTS);
    }

    @Override
    public void bind(PreparedStatement flush, int first) throws SQLException {
        int next = AdvisoryLocks.bindChain(flush, first, object.uuid().toString());
        flush.setObject(next, object.uuid());
        flush.setString(next + 1, HistoryEntry.typeName(object.type()));
    }

    @Override
    public ChainEnd read(PreparedStatement executed) throws SQLException {
        executed.getMoreResults();
        try (ResultSet end = executed.getResultSet()) {
            return end.next() ? new ChainEnd(end.getInt(1), end.getString(2)) : ChainEnd.OF_NOTHING;
        }
    }
}
