package org.safetyledger.access;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.AnswerPath;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.LoggedErrors;
import org.safetyledger.testing.TestCaller;

/** Which tokens are taken: those of the configured issuer, for this service, whose claims fit their role. */
@LedgerTest
class TokenClaimsTest {
    private static final String ISSUER = "https://server.example.com";
    private static final String CITY = "410200000000";
    private static final String LANKAO = "410225000000";

    static Stream<Named<JwtClaimsBuilder>> contradictions() {
        return Stream.of(
                Named.of("county officer without division", authority("county-officer", null)),
                Named.of("county officer of a city", authority("county-officer", CITY)),
                Named.of("county officer of an unknown county", authority("county-officer", "410299000000")),
                Named.of("county officer of a county given up in 2014", authority("county-officer", "410224000000")),
                Named.of("county officer with a short division code", authority("county-officer", "410225")),
                Named.of("county leader of a town", authority("county-leader", "410225101000")),
                Named.of("city officer of a county", authority("city-officer", LANKAO)),
                Named.of("city leader of the province", authority("city-leader", "410000000000")),
                Named.of("auditor of a town", authority("auditor", "410225101000")),
                Named.of("integration without division", authority("integration", null)),
                Named.of("manager of an unknown enterprise", manager("91410225MA00000000")),
                Named.of("manager without enterprise", authority("enterprise-manager", LANKAO)),
                Named.of(
                        "manager with the division of another county",
                        manager(TestCaller.LANKAO_ENTERPRISE).claim("division", "410221000000")),
                Named.of(
                        "manager with another town of the county",
                        manager(TestCaller.LANKAO_ENTERPRISE).claim("division", "410225102000")),
                Named.of("department officer without department", authority("department-officer", CITY)),
                Named.of("department officer of an unknown department", department(CITY, "KF-410200-XX", "E")),
                Named.of("department officer of another place's department", department(LANKAO, "KF-410200-CON", "E")),
                Named.of("department officer with a foreign industry", department(CITY, "KF-410200-CON", "C")),
                Named.of("department officer with one foreign industry", department(CITY, "KF-410200-CON", "E", "C")),
                Named.of("department officer without industries", department(CITY, "KF-410200-CON")),
                Named.of("department officer with a malformed industry", department(CITY, "KF-410200-CON", "E%")),
                Named.of(
                        "county officer with another county's department",
                        authority("county-officer", LANKAO).claim("department", "KF-410221-EM")),
                Named.of(
                        "county officer with the city's department",
                        authority("county-officer", LANKAO).claim("department", "KF-410200-EM")),
                Named.of(
                        "town officer with the county's department",
                        authority("county-officer", "410225101000").claim("department", "KF-410225-EM")),
                Named.of(
                        "city leader of an unknown department",
                        authority("city-leader", CITY).claim("department", "KF-410200-XX")),
                Named.of(
                        "city officer with industries",
                        authority("city-officer", CITY).claim("industries", List.of("C"))),
                Named.of(
                        "county leader with an enterprise",
                        authority("county-leader", LANKAO).claim("enterprise", TestCaller.LANKAO_ENTERPRISE)),
                Named.of(
                        "department officer with an enterprise",
                        department(CITY, "KF-410200-CON", "E").claim("enterprise", TestCaller.LANKAO_ENTERPRISE)),
                Named.of("auditor with a department", authority("auditor", CITY).claim("department", "KF-410200-EM")),
                Named.of(
                        "integration with an enterprise",
                        authority("integration", LANKAO).claim("enterprise", TestCaller.LANKAO_ENTERPRISE)),
                Named.of(
                        "manager with a department",
                        manager(TestCaller.LANKAO_ENTERPRISE).claim("department", "KF-410225-EM")),
                Named.of(
                        "manager with industries",
                        manager(TestCaller.LANKAO_ENTERPRISE).claim("industries", List.of("C"))),
                Named.of(
                        "integration with a scope that is no text",
                        authority("integration", LANKAO).claim("scope", List.of("personal-data"))),
                Named.of(
                        "department officer with another department's matter",
                        department(CITY, "KF-410200-CON", "E").claim("matters", List.of("FIRE"))),
                Named.of(
                        "department officer with an unknown matter",
                        department(CITY, "KF-410200-FR").claim("matters", List.of("FIRE", "FLOOD"))),
                Named.of("department officer with neither industries nor matters", department(CITY, "KF-410200-FR")),
                Named.of(
                        "fire officer with an industry",
                        department(CITY, "KF-410200-FR", "C").claim("matters", List.of("FIRE"))),
                Named.of(
                        "county officer with matters",
                        authority("county-officer", LANKAO).claim("matters", List.of("FIRE"))),
                Named.of("auditor with matters", authority("auditor", CITY).claim("matters", List.of("FIRE"))),
                Named.of(
                        "manager with matters",
                        manager(TestCaller.LANKAO_ENTERPRISE).claim("matters", List.of("FIRE"))),
                Named.of("two roles", authority("auditor", CITY).claim("roles", Set.of("auditor", "city-officer"))),
                Named.of("no known role", authority("mayor", CITY)),
                Named.of("no role", authority("auditor", CITY).claim("roles", Set.of())));
    }

    /** Each claim in every shape but its own: what cannot be read is not taken for absent. */
    static Stream<Named<JwtClaimsBuilder>> malformed() {
        List<Object> noTexts = List.of(410225000000L, 1.5, true, List.of(LANKAO), Map.of("code", LANKAO), "", " ");
        List<Object> noLists = List.of("E", 5, true, Map.of("code", "E"), List.of(5), List.of(List.of("E")));
        List<String> unwritable = List.of("\0", "E\0", "a\nb", "\u202eE", "x".repeat(256));
        Stream<Named<JwtClaimsBuilder>> shapes = Stream.concat(
                Stream.of("division", "department", "enterprise", "name")
                        .flatMap(claim -> noTexts.stream().map(value -> with(claim, value))),
                Stream.of("industries", "matters")
                        .flatMap(claim -> noLists.stream().map(value -> with(claim, value))));
        Stream<Named<JwtClaimsBuilder>> texts = Stream.of("division", "department", "enterprise", "name", "sub")
                .flatMap(claim -> unwritable.stream().map(value -> with(claim, value)));
        Stream<Named<JwtClaimsBuilder>> items = Stream.of("industries", "matters")
                .flatMap(claim -> unwritable.stream().map(value -> with(claim, List.of(value))));
        Stream<Named<JwtClaimsBuilder>> ends =
                Stream.of(1_000_000_000_000_000_000L, 253_402_300_800L).map(value -> with("exp", value));
        Stream<Named<JwtClaimsBuilder>> roles = Stream.of(
                        5, true, Map.of("role", "auditor"), List.of(5), List.of(List.of("auditor")))
                .map(value -> with("roles", value));
        return Stream.of(shapes, texts, items, ends, roles).flatMap(Function.identity());
    }

    /** A token of whoever should have the claim, well-formed but for it. */
    private static Named<JwtClaimsBuilder> with(String claim, Object value) {
        Map<String, Object> claims = new HashMap<>(Map.of("sub", "somebody", "aud", "safety-ledger"));
        switch (claim) {
            case "enterprise" ->
                claims.putAll(Map.of("roles", List.of("enterprise-manager"), claim, TestCaller.LANKAO_ENTERPRISE));
            case "industries", "matters", "department" ->
                claims.putAll(Map.of(
                        "roles",
                        List.of("department-officer"),
                        "division",
                        CITY,
                        "department",
                        "KF-410200-CON",
                        "industries",
                        List.of("E")));
            default -> claims.putAll(Map.of("roles", List.of("county-officer"), "division", LANKAO));
        }
        claims.put(claim, value);
        String shown = value.toString().replaceAll("\\p{C}", "?");
        return Named.of(claim + " = " + shown.substring(0, Math.min(20, shown.length())), Jwt.claims(claims));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesClaimsOfAShapeThatTheyCannotHave(JwtClaimsBuilder claims) {
        try (LoggedErrors errors = new LoggedErrors()) {
            assertRefused(claims.issuer(ISSUER).sign(), 403, "CLAIMS_CONTRADICT_ROLE");
            assertEquals(List.of(), errors.messages());
        }
    }

    @Test
    void takesADepartmentThatSupervisesAMatterAndNoTrade() {
        for (String department : List.of("KF-410200-FR", "KF-410200-MR")) {
            // Given
            String matter = department.endsWith("FR") ? "FIRE" : "SPECIAL_EQUIPMENT";
            String token = department(CITY, department)
                    .claim("matters", List.of(matter))
                    .issuer(ISSUER)
                    .sign();

            // When
            Response answer = bearer(token)
                    .contentType("application/json")
                    .body(Map.of("query", "{ viewer { department industries matters } }"))
                    .post("/graphql");

            // Then
            assertEquals(
                    Map.of("department", department, "industries", List.of(), "matters", List.of(matter)),
                    answer.jsonPath().getMap("data.viewer"));
        }
    }

    @Test
    void knowsTheDepartmentOfWhoeverGovernsItsPlace() {
        for (String role : List.of("county-leader", "county-officer", "city-leader", "city-officer")) {
            // Given
            boolean ofCity = role.startsWith("city");
            String department = ofCity ? "KF-410200-EM" : "KF-410225-EM";
            String token = authority(role, ofCity ? CITY : LANKAO)
                    .claim("department", department)
                    .claim("industries", List.of())
                    .issuer(ISSUER)
                    .sign();

            // When
            Response answer = bearer(token)
                    .contentType("application/json")
                    .body(Map.of("query", "{ viewer { department industries } }"))
                    .post("/graphql");

            // Then
            assertEquals(
                    Map.of("department", department, "industries", List.of()),
                    answer.jsonPath().getMap("data.viewer"),
                    role);
        }
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void refusesClaimsThatContradictTheRole(JwtClaimsBuilder claims) {
        // Given
        String token = claims.issuer(ISSUER).sign();

        // When, Then
        assertRefused(token, 403, "CLAIMS_CONTRADICT_ROLE");
    }

    @Test
    void takesTheEnterprisesOwnChainOfDivisions() {
        for (String division : List.of("410225101000", LANKAO, CITY)) {
            String token = manager(TestCaller.LANKAO_ENTERPRISE)
                    .claim("division", division)
                    .issuer(ISSUER)
                    .sign();
            assertEquals("410225101000", graphql(bearer(token)).jsonPath().getString("data.viewer.division"), division);
        }
    }

    static Stream<Named<String>> untrusted() {
        JwtClaimsBuilder foreign = TestCaller.CITY_OFFICER.claims().issuer(ISSUER);
        return Stream.of(
                Named.of(
                        "expired",
                        TestCaller.CITY_OFFICER
                                .claims()
                                .issuer(ISSUER)
                                .issuedAt(Instant.now().minusSeconds(7200))
                                .expiresAt(Instant.now().minusSeconds(3600))
                                .sign()),
                Named.of("with an end that is no number", changed("exp", "never")),
                Named.of("with an end before all time", changed("exp", -1_000_000_000_000_000_000L)),
                Named.of("with a subject that is no text", changed("sub", List.of("city-officer"))),
                Named.of(
                        "not valid before the end of all time",
                        TestCaller.CITY_OFFICER
                                .claims()
                                .claim("nbf", 1_000_000_000_000_000_000L)
                                .issuer(ISSUER)
                                .sign()),
                Named.of("unsigned", unsigned()),
                Named.of("signed with a foreign key", foreign.sign(foreignKey())),
                Named.of("signed, then altered", altered()),
                Named.of(
                        "for another audience",
                        TestCaller.CITY_OFFICER
                                .claims()
                                .audience("another-service")
                                .issuer(ISSUER)
                                .sign()),
                Named.of(
                        "of another issuer",
                        TestCaller.CITY_OFFICER
                                .claims()
                                .issuer("https://elsewhere.example.com")
                                .sign()),
                Named.of("no token at all", "not-a-token"));
    }

    @ParameterizedTest
    @MethodSource("untrusted")
    void refusesTokensThatNobodyTrustedMade(String token) {
        try (LoggedErrors errors = new LoggedErrors()) {
            assertRefused(token, 401, "UNAUTHENTICATED");
            assertEquals(List.of(), errors.messages());
        }
    }

    @Test
    void refusesRequestsWithoutAToken() {
        assertRefused(null, 401, "UNAUTHENTICATED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json | application/json | {",
                "application/json | application/json | {\"query\": 5}",
                "application/json | application/json | {\"query\": \"{ nonsense\"}",
                "text/plain       | application/json | { viewer { role } }",
                "application/json | text/html        | {\"query\": \"{ viewer { role } }\"}",
            })
    void strangersAreNotToldWhatIsWrongWithTheirRequest(String contentType, String accept, String body) {
        for (RequestSpecification stranger : List.of(given(), bearer("not-a-token"), bearer(unsigned()))) {
            // When
            Response answer =
                    stranger.contentType(contentType).accept(accept).body(body).post("/graphql");

            // Then
            assertEquals(401, answer.statusCode(), answer::asString);
            assertEquals(List.of("UNAUTHENTICATED"), answer.jsonPath().getList("errors.extensions.code"));
        }
    }

    private static void assertRefused(@Nullable String token, int status, String code) {
        Map<String, String> before = LedgerDatabase.fingerprint();
        List<Response> answers = List.of(
                graphql(request(token)),
                request(token).get("/evidence/" + NodeId.text(NodeType.EVIDENCE, NodeId.newUuid())),
                request(token)
                        .contentType("image/jpeg")
                        .queryParam("subject", NodeId.text(NodeType.HAZARD, NodeId.newUuid()))
                        .queryParam("stage", "OTHER")
                        .queryParam("sha256", "0".repeat(64))
                        .body(new byte[] {1})
                        .post("/evidence"));
        assertAll(answers.stream().map(answer -> () -> {
            assertEquals(status, answer.statusCode(), answer::asString);
            JsonPath told = AnswerPath.of(answer);
            assertEquals(List.of(code), told.getList("errors.extensions.code"));
            assertEquals(Set.of("errors"), told.getMap("").keySet());
        }));
        assertEquals(before, LedgerDatabase.fingerprint());
    }

    private static Response graphql(RequestSpecification request) {
        return request.contentType("application/json")
                .body(Map.of("query", "{ viewer { division } }"))
                .post("/graphql");
    }

    private static RequestSpecification request(@Nullable String token) {
        return token == null ? given() : bearer(token);
    }

    private static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static String changed(String claim, Object value) {
        Map<String, Object> claims = new HashMap<>(Map.of(
                "sub", "city-officer", "aud", "safety-ledger", "roles", List.of("city-officer"), "division", CITY));
        claims.put(claim, value);
        return Jwt.claims(claims).issuer(ISSUER).sign();
    }

    private static JwtClaimsBuilder authority(String role, @Nullable String division) {
        return TestCaller.authority("somebody", role, division).claims();
    }

    private static JwtClaimsBuilder manager(String creditCode) {
        return TestCaller.ofEnterprise("somebody", "enterprise-manager", creditCode)
                .claims();
    }

    private static JwtClaimsBuilder department(String division, String code, String... industries) {
        return new TestCaller(
                        "somebody", "department-officer", division, code, List.of(industries), List.of(), null, null)
                .claims();
    }

    private static PrivateKey foreignKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair().getPrivate();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unsigned() {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "."
                + TestCaller.CITY_OFFICER.token().split("\\.", -1)[1] + ".";
    }

    /** A county officer's token made into a city officer's after it was signed. */
    private static String altered() {
        String[] parts = TestCaller.OFFICER_LANKAO.token().split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return parts[0] + "."
                + encoded(claims.replace("county-officer", "city-officer").replace(LANKAO, CITY)) + "." + parts[2];
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
