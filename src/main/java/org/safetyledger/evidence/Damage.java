package org.safetyledger.evidence;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What may have happened to a content in the store. */
@RegisterForReflection
@Enum("EvidenceDamageKind")
@Description("What happened to a stored file.")
public enum Damage {
    @Description("It is missing.")
    MISSING,
    @Description("It is shorter or longer than what was received.")
    WRONG_SIZE,
    @Description("It is as long as what was received, with another hash.")
    ALTERED
}
