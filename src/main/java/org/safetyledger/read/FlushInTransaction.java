package org.safetyledger.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.safetyledger.access.Caller;
import org.safetyledger.access.LateInserts;
import org.safetyledger.access.ReadScope;

/** Reads in the transaction of this thread, which has the caller's scope already and sees its own changes. */
record FlushInTransaction(Caller caller, ReadFlush flush) implements LateInserts.Reads<ReadFlush.Written> {
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
            throw new UncheckedIOException(impossible);
        }
    }
}
