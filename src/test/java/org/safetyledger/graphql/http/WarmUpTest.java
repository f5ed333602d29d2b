package org.safetyledger.graphql.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OidcWiremockTestResource.class)
class WarmUpTest {
    @Inject
    WarmUp warmUp;

    @Test
    void itsRequestsAreAnsweredWithoutErrors() {
        assertTrue(warmUp.succeeds());
    }

    @Test
    void readinessTellsOfTheWarmUp() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'Warm-up' }.status", equalTo("UP"));
    }
}
