package org.safetyledger.supervision.transfer;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("TransferKind")
@Description("What a transfer is for.")
enum TransferKind {
    @Description(
            "The receiver handles the hazard from its acceptance on, the sender only reads (移送, Work Safety Law, article 69)."
                    + " What still waits when the hazard ends, ends with it.")
    ORDINARY,
    @Description(
            "A suspected crime goes to the police (涉嫌犯罪移送) once the authority's head has decided so and it was"
                    + " delivered: it reads, and who handles the hazard stays the same. Silence accepts nothing, and it outlives the hazard.")
    CRIME,
    @Description(
            "The receiver joins in (联合处置): it acts beside the sender's authority, which leads. It ends with the hazard.")
    JOINT
}
