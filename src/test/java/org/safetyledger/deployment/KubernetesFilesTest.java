package org.safetyledger.deployment;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kubernetes' own models accept each object: no unknown field, none missing, and each of the right type. */
class KubernetesFilesTest {
    private static final Path KUBERNETES = Path.of("deploy/kubernetes");

    /** Objects of the database operator, whose schemas come with its installation. */
    private static final String OPERATOR = "postgresql.cnpg.io/v1";

    @Test
    void objectsAreWhatKubernetesKnows() throws Exception {
        // Given
        List<Path> files = YamlFiles.below(KUBERNETES).stream()
                .filter(file -> !file.endsWith("kustomization.yaml"))
                .toList();

        // Then
        assertTrue(files.size() > 10, files::toString);
        for (Path file : files) {
            for (JsonNode object : YamlFiles.documents(Files.readString(file))) {
                assertDoesNotThrow(() -> check(object), file::toString);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void overlayBuildsObjectsThatKubernetesKnows(String overlay) throws Exception {
        assumeTrue(
                Program.isThere("kubectl", "kustomize", "--help"),
                "Skipped: to build the overlays, kubectl must be on the PATH");

        // When
        Program built = Program.run(Path.of("."), "kubectl", "kustomize", "deploy/kubernetes/overlays/" + overlay);

        // Then
        assertEquals(0, built.exit(), built.output());
        Set<String> kinds = new TreeSet<>();
        for (JsonNode object : YamlFiles.documents(built.output())) {
            check(object);
            kinds.add(object.get("kind").asText());
        }
        assertTrue(
                kinds.containsAll(Set.of("Deployment", "HorizontalPodAutoscaler", "Cluster", "Pooler")),
                kinds::toString);
    }

    @Test
    void unknownFieldIsRefused() throws Exception {
        // Given
        JsonNode deployment = YamlFiles.documents(Files.readString(KUBERNETES.resolve("base/deployment.yaml")))
                .getFirst();
        ((ObjectNode) deployment.at("/spec/template/spec/containers/0/readinessProbe")).put("periodSecond", 1);

        // When
        InvocationTargetException refused = assertThrows(InvocationTargetException.class, () -> check(deployment));

        // Then
        String reason = String.valueOf(refused.getCause());
        assertTrue(reason.contains("periodSecond"), reason);
    }

    private static void check(JsonNode object) throws ReflectiveOperationException, IOException {
        String api = object.get("apiVersion").asText();
        if (api.equals(OPERATOR)) {
            return;
        }
        String version = api.substring(api.indexOf('/') + 1).toUpperCase(Locale.ROOT);
        Class.forName("io.kubernetes.client.openapi.models." + version
                        + object.get("kind").asText())
                .getMethod("validateJsonElement", JsonElement.class)
                .invoke(null, JsonParser.parseString(object.toString()));
    }
}
