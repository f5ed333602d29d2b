package org.safetyledger.supervision.transfer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@RegisterForReflection
@Enum("TransferDirection")
@Description("On which side of a transfer the caller's authority is.")
enum TransferDirection {
    @Description("Sent by it.")
    SENT("from"),
    @Description("Sent to it.")
    RECEIVED("to");

    private final String side;

    TransferDirection(String side) {
        this.side = side;
    }

    String condition() {
        return "(t.%1$s_department = nullif(current_setting('ledger.department', true), '') or t.%1$s_department is null and t.%1$s_division = (select ledger_government()))"
                .formatted(side);
    }
}
