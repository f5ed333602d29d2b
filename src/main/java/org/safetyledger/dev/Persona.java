package org.safetyledger.dev;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody a developer can be: what the token says of them, and what to expect of them in two languages. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Persona(
        String subject,
        String name,
        String role,
        @Nullable String division,
        @Nullable String department,
        List<String> industries,
        List<String> matters,
        @Nullable String enterprise,
        @Nullable String scope,
        Bilingual area,
        Bilingual description) {

    /** Absent industries and matters are none: the file does not repeat empty lists for most personas. */
    @JsonCreator
    Persona {
        industries = industries == null ? List.of() : List.copyOf(industries);
        matters = matters == null ? List.of() : List.copyOf(matters);
    }

    /** The claims that a provider in production has to give as well; what a persona lacks is absent, never empty. */
    Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("name", name);
        claims.put("preferred_username", subject);
        claims.put("roles", List.of(role));
        if (division != null) {
            claims.put("division", division);
        }
        if (department != null) {
            claims.put("department", department);
        }
        if (!industries.isEmpty()) {
            claims.put("industries", industries);
        }
        if (!matters.isEmpty()) {
            claims.put("matters", matters);
        }
        if (scope != null) {
            claims.put("scope", scope);
        }
        if (enterprise != null) {
            claims.put("enterprise", enterprise);
        }
        return claims;
    }

    /** One text in the two languages of the product. */
    record Bilingual(String zh, String en) {}
}
