package org.safetyledger.hazard;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A written opinion that a hazard is major. */
@RegisterForReflection
public record Opinion(OpinionBasis basis, String issuingBody, String documentNumber) {}
