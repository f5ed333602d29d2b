package org.safetyledger.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/** Makes a caller of a verified token, and refuses a token whose claims contradict its role or the ledger. */
@ApplicationScoped
public class Identification {
    private static final Pattern DIVISION = Pattern.compile("[0-9]{12}");
    private static final Pattern INDUSTRY = Pattern.compile("[A-T]([0-9]{2})?");

    private final ClaimDirectory directory;

    Identification(ClaimDirectory directory) {
        this.directory = directory;
    }

    public Caller identify(SecurityIdentity identity) throws Exception {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw Refusal.of(ErrorCode.UNAUTHENTICATED);
        }
        String subject = token.getSubject();
        if (subject == null || subject.isBlank()) {
            throw contradiction("sub");
        }
        String name = Optional.ofNullable(text(token, "name")).orElse(subject);
        Role role = role(identity);
        return switch (role) {
            case ENTERPRISE_MANAGER, ENTERPRISE_WORKER -> ofEnterprise(token, subject, name, role);
            case DEPARTMENT_OFFICER -> ofDepartment(token, subject, name, role);
            default -> new Caller(subject, name, role, division(token, role), null, List.of(), null);
        };
    }

    private static Role role(SecurityIdentity identity) {
        List<Role> roles = identity.getRoles().stream()
                .map(Role::ofClaim)
                .flatMap(Optional::stream)
                .toList();
        if (roles.size() != 1) {
            throw contradiction("roles");
        }
        return roles.getFirst();
    }

    private Caller ofEnterprise(JsonWebToken token, String subject, String name, Role role) throws Exception {
        String creditCode = required(token, "enterprise");
        ClaimDirectory.KnownEnterprise enterprise =
                directory.enterprise(creditCode).orElseThrow(() -> contradiction("enterprise"));
        String division = text(token, "division");
        if (division != null
                && !(DIVISION.matcher(division).matches()
                        && enterprise.division().startsWith(DivisionLevel.prefix(division)))) {
            throw contradiction("division");
        }
        UUID id = enterprise.id();
        return new Caller(subject, name, role, enterprise.division(), null, List.of(), id);
    }

    private Caller ofDepartment(JsonWebToken token, String subject, String name, Role role) throws Exception {
        String division = division(token, role);
        String code = required(token, "department");
        ClaimDirectory.KnownDepartment department =
                directory.department(code).orElseThrow(() -> contradiction("department"));
        if (!department.division().equals(division)) {
            throw contradiction("department");
        }
        List<String> industries = texts(token, "industries");
        boolean regulated = industries.stream()
                .allMatch(industry -> INDUSTRY.matcher(industry).matches()
                        && department.industries().stream()
                                .anyMatch(own -> !own.isEmpty() && industry.startsWith(own)));
        if (industries.isEmpty() || !regulated) {
            throw contradiction("industries");
        }
        return new Caller(subject, name, role, division, code, industries, null);
    }

    private String division(JsonWebToken token, Role role) throws Exception {
        String division = required(token, "division");
        if (!DIVISION.matcher(division).matches()
                || !fits(role, DivisionLevel.of(division))
                || !directory.isDivision(division)) {
            throw contradiction("division");
        }
        return division;
    }

    private static boolean fits(Role role, DivisionLevel level) {
        return switch (role) {
            case CITY_LEADER, CITY_OFFICER -> level == DivisionLevel.CITY;
            case COUNTY_LEADER -> level == DivisionLevel.COUNTY;
            case COUNTY_OFFICER -> level == DivisionLevel.COUNTY || level == DivisionLevel.TOWN;
            default -> level == DivisionLevel.CITY || level == DivisionLevel.COUNTY;
        };
    }

    private static String required(JsonWebToken token, String claim) {
        String text = text(token, claim);
        if (text == null || text.isBlank()) {
            throw contradiction(claim);
        }
        return text;
    }

    private static @Nullable String text(JsonWebToken token, String claim) {
        Object value = token.claim(claim).orElse(null);
        if (value instanceof JsonString string) {
            return string.getString();
        }
        return value instanceof String string ? string : null;
    }

    private static List<String> texts(JsonWebToken token, String claim) {
        Object value = token.claim(claim).orElse(List.of());
        if (value instanceof JsonArray array) {
            return array.stream()
                    .map(item -> item instanceof JsonString string ? string.getString() : "")
                    .toList();
        }
        return value instanceof Collection<?> items
                ? items.stream().map(Object::toString).toList()
                : List.of();
    }

    private static Refusal contradiction(String claim) {
        return Refusal.of(ErrorCode.CLAIMS_CONTRADICT_ROLE, claim);
    }
}
