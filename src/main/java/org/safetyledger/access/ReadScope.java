package org.safetyledger.access;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.util.PGobject;

/**
 * The scope of reads that are sent together with it: the statement before them in the same flush. Outside of an open
 * transaction such a flush is one transaction of its own, so that role and scope end with it.
 */
public final class ReadScope {
    public static final String STATEMENT = "select set_config('transaction_read_only', 'on', true),"
            + " set_config('role', ?, true), set_config('ledger.city', ?, true),"
            + " set_config('ledger.county', ?, true), set_config('ledger.town', ?, true),"
            + " set_config('ledger.industries', ?, true), set_config('ledger.enterprise', ?, true),"
            + " set_config('ledger.subject', ?, true), set_config('ledger.ancestors', ?, true)";

    private ReadScope() {}

    /**
     * Closes the text of a flush. Naming the tier keeps its prepared statements apart from those of other tiers: a plan
     * holds the row policies of one role, and would be made anew for each change of the role.
     */
    public static String statement(Caller caller, String reads) {
        return STATEMENT + ";" + reads + " /* " + caller.tier() + " */";
    }

    /**
     * A text parameter of a flush. Its type is named: the driver asks the database for the types that it does not know, and
     * would from then on end the transaction between the statements of the flush, and the scope with it.
     */
    public static PGobject text(String value) throws SQLException {
        PGobject text = new PGobject();
        text.setType("text");
        text.setValue(value);
        return text;
    }

    /**
     * Sets the parameters of the scope.
     *
     * @return the index of the next parameter
     */
    public static int bind(PreparedStatement statement, Caller caller) throws SQLException {
        String division = caller.division();
        String[] values = {
            caller.tier(),
            division.substring(0, DivisionLevel.CITY.digits()),
            division.substring(0, DivisionLevel.COUNTY.digits()),
            division.substring(0, DivisionLevel.TOWN.digits()),
            String.join(",", caller.industries()),
            caller.enterpriseId() == null ? "" : caller.enterpriseId().toString(),
            caller.subject(),
            String.join(",", caller.ancestors())
        };
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, text(values[i]));
        }
        return values.length + 1;
    }
}
