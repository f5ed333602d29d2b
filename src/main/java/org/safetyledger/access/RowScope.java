package org.safetyledger.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a transaction is told of its caller: the PostgreSQL role and the settings that its row policies compare with; and
 * how long its statements may take and wait. All of it ends with the transaction. Where the program's clock is driven, the
 * transaction is told the moment, too, as the last of the parameters.
 */
@ApplicationScoped
class RowScope {
    private static final String SCOPE = " set_config('role', ?, true), set_config('ledger.city', ?, true),"
            + " set_config('ledger.county', ?, true), set_config('ledger.town', ?, true),"
            + " set_config('ledger.industries', ?, true), set_config('ledger.matters', ?, true),"
            + " set_config('ledger.enterprise', ?, true), set_config('ledger.department', ?, true),"
            + " set_config('ledger.subject', ?, true), set_config('ledger.ancestors', ?, true)";

    private static final String MOMENT = ", set_config('ledger.now', ?, true)";

    private final Clock clock;
    private final String read;
    private final String write;

    RowScope(DatabaseLimits limits, Clock clock) {
        this.clock = clock;
        String waits = " set_config('statement_timeout', " + milliseconds(limits.statementLimit()) + ", true),"
                + " set_config('lock_timeout', " + milliseconds(limits.lockWait()) + ", true),"
                + " set_config('idle_in_transaction_session_timeout', " + milliseconds(limits.idleTransaction())
                + ", true),";
        this.read = "select set_config('transaction_read_only', 'on', true)," + waits + SCOPE;
        this.write = "select set_config('transaction_read_only', 'off', true)," + waits + SCOPE;
    }

    private static String milliseconds(Duration limit) {
        return "'" + limit.toMillis() + "'";
    }

    String statement(boolean readOnly) {
        String scope = readOnly ? read : write;
        return LedgerTime.toBeTold(clock) == null ? scope : scope + MOMENT;
    }

    /**
     * Sets the parameters of the statement, which are the first ones.
     *
     * @return the index of the next parameter
     */
    int bind(PreparedStatement statement, Caller caller) throws SQLException {
        int index = 1;
        for (String parameter : parameters(caller)) {
            statement.setObject(index++, ReadScope.text(parameter));
        }
        Instant moment = LedgerTime.toBeTold(clock);
        if (moment != null) {
            statement.setObject(index++, ReadScope.text(moment.toString()));
        }
        return index;
    }

    private static List<String> parameters(Caller caller) {
        String division = caller.division();
        return List.of(
                caller.tier(),
                division.substring(0, DivisionLevel.CITY.digits()),
                division.substring(0, DivisionLevel.COUNTY.digits()),
                division.substring(0, DivisionLevel.TOWN.digits()),
                String.join(",", caller.powers().reach()),
                String.join(",", caller.powers().matters()),
                caller.enterpriseId() == null ? "" : caller.enterpriseId().toString(),
                caller.department() == null ? "" : caller.department(),
                caller.subject(),
                String.join(",", caller.ancestors()));
    }
}
