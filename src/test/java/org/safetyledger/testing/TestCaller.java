package org.safetyledger.testing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who calls the API in a test, with the claims of the token. The issuer of the tokens is told of here, once for
 * all tests: Quarkus starts the program and its database anew between two classes that name it differently.
 */
@QuarkusTestResource(OidcWiremockTestResource.class)
public record TestCaller(
        String subject,
        String role,
        @Nullable String division,
        @Nullable String department,
        List<String> industries,
        List<String> matters,
        @Nullable String enterprise,
        @Nullable String scope)
        implements Bearer {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final Map<TestCaller, SignedToken> TOKENS = new ConcurrentHashMap<>();

    public static final String LANKAO_ENTERPRISE = "91410225MA8U9NBR1E";
    public static final String QIXIAN_ENTERPRISE = "91410221MA73J0161T";

    public static final TestCaller CITY_LEADER = authority("city-leader", "city-leader", "410200000000");
    public static final TestCaller CITY_OFFICER = authority("city-officer", "city-officer", "410200000000");
    public static final TestCaller COUNTY_LEADER_LANKAO =
            authority("county-leader-lankao", "county-leader", "410225000000");
    public static final TestCaller COUNTY_LEADER_QIXIAN =
            authority("county-leader-qixian", "county-leader", "410221000000");
    public static final TestCaller OFFICER_LANKAO =
            authority("county-officer-lankao", "county-officer", "410225000000");
    public static final TestCaller OFFICER_LANKAO_2 =
            authority("county-officer-lankao-2", "county-officer", "410225000000");
    public static final TestCaller OFFICER_QIXIAN =
            authority("county-officer-qixian", "county-officer", "410221000000");
    public static final TestCaller TOWN_OFFICER_LANKAO =
            authority("town-officer-lankao", "county-officer", "410225101000");
    public static final TestCaller DEPARTMENT_CITY_CONSTRUCTION = new TestCaller(
            "department-officer",
            "department-officer",
            "410200000000",
            "KF-410200-CON",
            List.of("E"),
            List.of(),
            null,
            null);
    public static final TestCaller DEPARTMENT_LANKAO = new TestCaller(
            "department-officer-lankao",
            "department-officer",
            "410225000000",
            "KF-410225-EM",
            List.of("B", "C"),
            List.of(),
            null,
            null);
    /** Of the same department, for a trade of which the county has nothing. */
    public static final TestCaller INSTRUMENTS_LANKAO = new TestCaller(
            "instruments-officer-lankao",
            "department-officer",
            "410225000000",
            "KF-410225-EM",
            List.of("C40"),
            List.of(),
            null,
            null);
    /** Of the safety committee's office, in the role of an officer of the government. */
    public static final TestCaller OFFICE_CITY =
            ofOffice("safety-committee-office", "city-officer", "410200000000", "KF-410200-SCO");

    public static final TestCaller OFFICE_LANKAO =
            ofOffice("safety-committee-office-lankao", "county-officer", "410225000000", "KF-410225-SCO");

    public static final TestCaller FIRE_LANKAO =
            ofMatter("fire-officer-lankao", "410225000000", "KF-410225-FR", "FIRE");
    public static final TestCaller FIRE_QIXIAN =
            ofMatter("fire-officer-qixian", "410221000000", "KF-410221-FR", "FIRE");
    /** Special equipment: a matter of all trades, too, but not that of the others. */
    public static final TestCaller EQUIPMENT_LANKAO =
            ofMatter("equipment-officer-lankao", "410225000000", "KF-410225-MR", "SPECIAL_EQUIPMENT");

    public static final TestCaller POLICE_LANKAO =
            ofMatter("police-officer-lankao", "410225000000", "KF-410225-PS", "CIVIL_EXPLOSIVES");

    public static final TestCaller GENERAL_LANKAO =
            ofMatter("general-officer-lankao", "410225000000", "KF-410225-EM", "GENERAL_SUPERVISION");
    public static final TestCaller MANAGER_LANKAO =
            ofEnterprise("manager-lankao", "enterprise-manager", LANKAO_ENTERPRISE);
    public static final TestCaller MANAGER_QIXIAN =
            ofEnterprise("manager-qixian", "enterprise-manager", QIXIAN_ENTERPRISE);
    public static final TestCaller WORKER_LANKAO =
            ofEnterprise("worker-lankao", "enterprise-worker", LANKAO_ENTERPRISE);
    public static final TestCaller WORKER_QIXIAN =
            ofEnterprise("worker-qixian", "enterprise-worker", QIXIAN_ENTERPRISE);
    public static final TestCaller INTEGRATION_LANKAO = authority("integration-client", "integration", "410225000000");
    /** Granted the names of enterprises' people, among scopes that are none of the ledger's. */
    public static final TestCaller INTEGRATION_LANKAO_NAMES = new TestCaller(
            "integration-client-names",
            "integration",
            "410225000000",
            null,
            List.of(),
            List.of(),
            null,
            "profile personal-data");

    public static final TestCaller INTEGRATION_QIXIAN = authority("integration-qixian", "integration", "410221000000");
    public static final TestCaller AUDITOR_CITY = authority("auditor", "auditor", "410200000000");
    public static final TestCaller AUDITOR_QIXIAN = authority("auditor-qixian", "auditor", "410221000000");

    public static TestCaller authority(String subject, String role, @Nullable String division) {
        return new TestCaller(subject, role, division, null, List.of(), List.of(), null, null);
    }

    private static TestCaller ofMatter(String subject, String division, String department, String matter) {
        return new TestCaller(
                subject, "department-officer", division, department, List.of(), List.of(matter), null, null);
    }

    public static TestCaller ofOffice(String subject, String role, String division, String department) {
        return new TestCaller(subject, role, division, department, List.of(), List.of(), null, null);
    }

    public static TestCaller ofEnterprise(String subject, String role, String creditCode) {
        return new TestCaller(subject, role, null, null, List.of(), List.of(), creditCode, null);
    }

    /** A token as the identity provider would sign it, for some minutes the same. */
    @Override
    public String token() {
        return TOKENS.compute(
                        this,
                        (caller, last) -> last != null && last.until().isAfter(Instant.now())
                                ? last
                                : new SignedToken(
                                        caller.claims()
                                                .issuer("https://server.example.com")
                                                .sign(),
                                        Instant.now().plus(LIFETIME.dividedBy(2))))
                .text();
    }

    private record SignedToken(String text, Instant until) {}

    /** The claims, for tests that sign them otherwise. */
    public JwtClaimsBuilder claims() {
        JwtClaimsBuilder claims = Jwt.subject(subject)
                .audience("safety-ledger")
                .claim("name", subject)
                .claim("roles", Set.of(role))
                .expiresIn(LIFETIME);
        if (division != null) {
            claims.claim("division", division);
        }
        if (department != null) {
            claims.claim("department", department)
                    .claim("industries", industries)
                    .claim("matters", matters);
        }
        if (scope != null) {
            claims.claim("scope", scope);
        }
        if (enterprise != null) {
            claims.claim("enterprise", enterprise);
        }
        return claims;
    }
}
