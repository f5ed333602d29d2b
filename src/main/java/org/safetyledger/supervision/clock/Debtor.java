package org.safetyledger.supervision.clock;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("DeadlineDebtor")
@RegisterForReflection
@Description("Who has to act before a deadline ends.")
enum Debtor {
    @Description("The enterprise.")
    ENTERPRISE,
    @Description("An authority: a department, or the government itself.")
    AUTHORITY
}
