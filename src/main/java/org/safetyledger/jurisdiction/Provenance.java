package org.safetyledger.jurisdiction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("Provenance")
@Description("How the content of an entry of the reference data is known.")
@RegisterForReflection
public enum Provenance {
    @Description("It was read in a published source.")
    READ,
    @Description("It was recalled from memory: to be checked before anybody relies on it.")
    RECALLED,
    @Description("It follows from other sources; the note says from which.")
    INFERRED,
    @Description("It is a default of this program without a source: to be adapted to the local rule.")
    DEFAULT
}
