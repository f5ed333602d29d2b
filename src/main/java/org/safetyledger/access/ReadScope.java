package org.safetyledger.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.util.PGobject;

/**
 * The scope of reads that are sent together with it: the statement before them in the same flush. Outside of an open
 * transaction such a flush is one transaction of its own, so that role and scope end with it.
 */
@ApplicationScoped
public class ReadScope {
    private final RowScope rows;

    ReadScope(RowScope rows) {
        this.rows = rows;
    }

    /**
     * Closes the text of a flush. Naming the tier keeps its prepared statements apart from those of other tiers: a plan
     * holds the row policies of one role, and would be made anew for each change of the role.
     */
    public String statement(Caller caller, String reads) {
        return rows.statement(true) + ";" + reads + " /* " + caller.tier() + " */";
    }

    /** Closes the text of a flush in a transaction that has its scope: its first statement gives what nobody reads. */
    public static String inTransaction(Caller caller, String reads) {
        return "select 1;" + reads + " /* " + caller.tier() + " */";
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
    public int bind(PreparedStatement statement, Caller caller) throws SQLException {
        return rows.bind(statement, caller);
    }
}
