package org.safetyledger.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
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
        Claims claims = new Claims(token);
        claims.requireExpiry();
        String subject = claims.required("sub");
        String name = Optional.ofNullable(claims.text("name")).orElse(subject);
        Role role = role(identity);
        return switch (role) {
            case ENTERPRISE_MANAGER, ENTERPRISE_WORKER -> ofEnterprise(claims, subject, name, role);
            case DEPARTMENT_OFFICER -> ofDepartment(claims, subject, name, role);
            case CITY_LEADER, CITY_OFFICER, COUNTY_LEADER, COUNTY_OFFICER -> ofGovernment(claims, subject, name, role);
            case INTEGRATION -> ofObserver(claims, subject, name, role, GrantedScope.of(claims.words("scope")));
            case AUDITOR -> ofObserver(claims, subject, name, role, Set.of());
        };
    }

    private static Role role(SecurityIdentity identity) {
        List<Role> roles = identity.getRoles().stream()
                .map(Role::ofClaim)
                .flatMap(Optional::stream)
                .toList();
        if (roles.size() != 1) {
            throw Claims.contradiction("roles");
        }
        return roles.getFirst();
    }

    private Caller ofEnterprise(Claims claims, String subject, String name, Role role) throws Exception {
        claims.mustNotHave("department", "industries", "matters");
        String creditCode = claims.required("enterprise");
        ClaimDirectory.KnownEnterprise enterprise =
                directory.enterprise(creditCode).orElseThrow(() -> Claims.contradiction("enterprise"));
        String division = claims.text("division");
        if (division != null
                && !(DIVISION.matcher(division).matches()
                        && enterprise.division().startsWith(DivisionLevel.prefix(division)))) {
            throw Claims.contradiction("division");
        }
        return new Caller(subject, name, role, enterprise.division(), null, Powers.NONE, enterprise.id(), Set.of());
    }

    private Caller ofDepartment(Claims claims, String subject, String name, Role role) throws Exception {
        claims.mustNotHave("enterprise");
        String division = division(claims, role);
        String code = claims.required("department");
        ClaimDirectory.KnownDepartment department = departmentOf(division, code);
        Powers powers = new Powers(claims.texts("industries"), claims.texts("matters"));
        boolean regulated = powers.industries().stream()
                .allMatch(industry -> INDUSTRY.matcher(industry).matches()
                        && department.industries().stream().anyMatch(industry::startsWith));
        if (!regulated || powers.equals(Powers.NONE)) {
            throw Claims.contradiction("industries");
        }
        if (!department.matters().containsAll(powers.matters())) {
            throw Claims.contradiction("matters");
        }
        return new Caller(subject, name, role, division, code, powers, null, Set.of());
    }

    /** Whoever governs a place may belong to one of its departments, whose limits the rules then know. */
    private Caller ofGovernment(Claims claims, String subject, String name, Role role) throws Exception {
        claims.mustNotHave("industries", "matters", "enterprise");
        String division = division(claims, role);
        String code = claims.text("department");
        if (code != null) {
            departmentOf(division, code);
        }
        return new Caller(subject, name, role, division, code, Powers.NONE, null, Set.of());
    }

    private Caller ofObserver(Claims claims, String subject, String name, Role role, Set<GrantedScope> scopes)
            throws Exception {
        claims.mustNotHave("department", "industries", "matters", "enterprise");
        return new Caller(subject, name, role, division(claims, role), null, Powers.NONE, null, scopes);
    }

    private ClaimDirectory.KnownDepartment departmentOf(String division, String code) throws Exception {
        return directory
                .department(code)
                .filter(department -> department.division().equals(division))
                .orElseThrow(() -> Claims.contradiction("department"));
    }

    private String division(Claims claims, Role role) throws Exception {
        String division = claims.required("division");
        if (!DIVISION.matcher(division).matches()
                || !fits(role, DivisionLevel.of(division))
                || !directory.isDivision(division)) {
            throw Claims.contradiction("division");
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
}
