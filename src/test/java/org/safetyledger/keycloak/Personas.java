package org.safetyledger.keycloak;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.restassured.path.json.JsonPath;
import java.io.File;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The people of the demonstration, the same as those of the development stand. */
final class Personas {
    private Personas() {}

    /** But those who have a scope: no client is granted one until an administrator does so. */
    static Stream<Map<String, Object>> all() {
        return JsonPath.from(new File("src/main/resources/dev/personas.json")).<Map<String, Object>>getList("").stream()
                .filter(persona -> !persona.containsKey("scope"));
    }

    /** Who would like to be somebody else or somewhere else; an empty value would take a limit away. */
    static Stream<Arguments> wishes() {
        return Stream.of(
                arguments("county-officer-lankao", "division", "410221000000"),
                arguments("town-officer-lankao", "division", "410225000000"),
                arguments("town-officer-lankao", "division", ""),
                arguments("department-officer", "department", "KF-410225-EM"),
                arguments("department-officer", "industries", "C"),
                arguments("department-officer", "industries", ""),
                arguments("fire-officer-lankao", "matters", "GENERAL_SUPERVISION"),
                arguments("fire-officer-lankao", "matters", ""),
                arguments("manager-lankao", "enterprise", "91410221MA73J0161T"),
                arguments("manager-lankao", "enterprise", ""),
                arguments("worker-lankao", "name", "赵红阳"));
    }
}
