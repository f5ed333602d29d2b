package org.safetyledger.party;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person with the post that is held, as both are now.
 *
 * @param subject the subject of the person's account; null without one
 * @param departmentCode department of the post; null for one of a government or enterprise
 * @param enterpriseId enterprise of the post; null for one of an authority
 */
@RegisterForReflection // Hibernate makes them of what a query selects.
public record PostHolder(
        UUID id,
        String name,
        @Nullable String subject,
        String title,
        String divisionCode,
        @Nullable String departmentCode,
        @Nullable UUID enterpriseId) {}
