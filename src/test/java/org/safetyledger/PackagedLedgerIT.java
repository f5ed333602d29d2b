package org.safetyledger;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.OwnedDatabase;
import org.safetyledger.testing.TestCaller;

/** The packaged program in its production profile, on a database set up as an operator would. */
@QuarkusIntegrationTest
@QuarkusTestResource(OidcWiremockTestResource.class)
@QuarkusTestResource(value = OwnedDatabase.class, restrictToAnnotatedClass = true)
class PackagedLedgerIT {
    @Test
    void closesAHazard() {
        // Given
        Loop loop = new Loop();
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);

        // When
        loop.confirm(TestCaller.OFFICER_LANKAO, hazard);
        String task = loop.assign(TestCaller.OFFICER_LANKAO, hazard);
        loop.rectify(TestCaller.MANAGER_LANKAO, task);
        loop.pass(TestCaller.OFFICER_LANKAO, task);
        loop.close(TestCaller.OFFICER_LANKAO_2, hazard);

        // Then
        assertEquals(
                "CLOSED",
                LedgerClient.as(TestCaller.CITY_OFFICER)
                        .query("query($id: ID!) { hazard(id: $id) { status } }", Map.of("id", hazard))
                        .getString("data.hazard.status"));
    }

    @Test
    void hasNothingOfTheDevelopersStand() {
        given().get("/").then().statusCode(404);
        given().get("/dev/personas").then().statusCode(404);
        given().get("/q/graphql-ui/").then().statusCode(404);
    }

    @Test
    void tellsWhenItIsReady() {
        given().get("/q/health/ready").then().statusCode(200);
    }
}
