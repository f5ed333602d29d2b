package org.safetyledger.dev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A persona whose codes the seeds do not know would see nothing, and nobody would learn why. */
class PersonasTest {
    private static final Set<String> ROLES = Set.of(
            "city-leader",
            "city-officer",
            "county-leader",
            "county-officer",
            "department-officer",
            "enterprise-manager",
            "enterprise-worker",
            "integration",
            "auditor");

    private final Personas personas = new Personas(new ObjectMapper());

    @Test
    void each_role_is_a_role_of_the_product_and_each_has_somebody() {
        assertEquals(ROLES, used(Persona::role));
    }

    @Test
    void a_fire_officer_is_among_them_who_supervises_a_matter_and_no_trade() {
        Persona fire = personas.find("fire-officer-lankao").orElseThrow();
        assertEquals("department-officer", fire.role());
        assertEquals(List.of("FIRE"), fire.matters());
        assertEquals(List.of(), fire.industries());
    }

    @Test
    void divisions_departments_and_enterprises_are_those_of_the_seeds() {
        assertKnown(used(Persona::division), "divisions.csv", "code");
        assertKnown(used(Persona::department), "departments.csv", "code");
        assertKnown(used(Persona::enterprise), "enterprises.csv", "credit_code");
        assertKnown(
                personas.all().stream()
                        .flatMap(persona -> persona.matters().stream())
                        .collect(Collectors.toSet()),
                "matters.csv",
                "code");
    }

    @Test
    void a_department_officer_belongs_to_the_division_of_the_department() {
        for (Persona persona : personas.all()) {
            if (persona.department() != null) {
                assertEquals(divisionOf("departments.csv", "code", persona.department()), persona.division());
            }
        }
    }

    @Test
    void the_town_officer_of_lankao_sees_the_enterprise_of_lankao() {
        String enterprise = personas.find("manager-lankao").orElseThrow().enterprise();
        String town = personas.find("town-officer-lankao").orElseThrow().division();
        assertEquals(divisionOf("enterprises.csv", "credit_code", enterprise), town);
    }

    @Test
    void whoever_the_seeds_know_by_subject_has_the_same_name_here() {
        Map<String, CSVRecord> people = seed("people.csv", "subject");
        for (Persona persona : personas.all()) {
            CSVRecord person = people.get(persona.subject());
            assertEquals(person == null ? persona.name() : person.get("name"), persona.name());
        }
    }

    private Set<String> used(Function<Persona, @Nullable String> code) {
        return personas.all().stream().map(code).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static void assertKnown(Set<String> codes, String file, String column) {
        Set<String> known = seed(file, column).keySet();
        assertTrue(known.containsAll(codes), () -> file + " lacks one of " + List.copyOf(codes));
    }

    private static @Nullable String divisionOf(String file, String key, @Nullable String code) {
        CSVRecord row = seed(file, key).get(code);
        return row == null ? null : row.get("division");
    }

    private static Map<String, CSVRecord> seed(String file, String key) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = format.parse(Files.newBufferedReader(Path.of("seeds", file)))) {
            Map<String, CSVRecord> found = new HashMap<>();
            rows.forEach(row -> found.put(row.get(key), row));
            return found;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
