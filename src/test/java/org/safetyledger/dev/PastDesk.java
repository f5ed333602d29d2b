package org.safetyledger.dev;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.restassured.RestAssured;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gives the service under test the stand's clock, which is no bean outside of the profile dev. */
@Singleton
class PastDesk {
    void hear(@Observes Filters filters) {
        new StandClock().hear(filters);
    }

    /** A desk of the personas, from which requests of the past are sent, too, for the running test. */
    static Desk open() {
        QuarkusMock.installMockForType(new StandClock(), Clock.class);
        ObjectMapper json = new ObjectMapper();
        Personas personas = new Personas(json);
        Map<String, String> tokens = new ConcurrentHashMap<>();
        return new HttpDesk(
                "http://localhost:" + RestAssured.port,
                subject -> tokens.computeIfAbsent(subject, any -> token(personas, any)),
                json);
    }

    private static String token(Personas personas, String subject) {
        var claims = Jwt.subject(subject).audience("safety-ledger").expiresIn(Duration.ofMinutes(10));
        personas.find(subject).orElseThrow().claims().forEach(claims::claim);
        return claims.issuer("https://server.example.com").sign();
    }
}
