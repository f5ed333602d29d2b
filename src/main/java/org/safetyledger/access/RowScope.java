package org.safetyledger.access;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** What a transaction is told of its caller: the PostgreSQL role and the settings that its row policies compare with. */
final class RowScope {
    static final String STATEMENT = "select set_config('transaction_read_only', ?, true),"
            + " set_config('role', ?, true), set_config('ledger.city', ?, true),"
            + " set_config('ledger.county', ?, true), set_config('ledger.town', ?, true),"
            + " set_config('ledger.industries', ?, true), set_config('ledger.matters', ?, true),"
            + " set_config('ledger.enterprise', ?, true),"
            + " set_config('ledger.subject', ?, true), set_config('ledger.ancestors', ?, true)";

    private RowScope() {}

    /**
     * Sets the parameters of the statement, which are the first ones.
     *
     * @return the index of the next parameter
     */
    static int bind(PreparedStatement statement, Caller caller, boolean readOnly) throws SQLException {
        int index = 1;
        for (String parameter : parameters(caller, readOnly)) {
            statement.setObject(index++, ReadScope.text(parameter));
        }
        return index;
    }

    private static List<String> parameters(Caller caller, boolean readOnly) {
        String division = caller.division();
        return List.of(
                readOnly ? "on" : "off",
                caller.tier(),
                division.substring(0, DivisionLevel.CITY.digits()),
                division.substring(0, DivisionLevel.COUNTY.digits()),
                division.substring(0, DivisionLevel.TOWN.digits()),
                String.join(",", caller.powers().reach()),
                String.join(",", caller.powers().matters()),
                caller.enterpriseId() == null ? "" : caller.enterpriseId().toString(),
                caller.subject(),
                String.join(",", caller.ancestors()));
    }
}
